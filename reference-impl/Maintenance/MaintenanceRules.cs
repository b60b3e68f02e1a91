using Harness.Protocol.Names;
using Harness.Reference.Errors;
using Harness.Reference.Rules;

namespace Harness.Reference.Maintenance;

/// <summary>Rules of maintenance coordination.</summary>
public static class MaintenanceRules
{
    /// <summary>Which events are answered: those that have not ended.</summary>
    public static readonly Rule<ListedCase, bool> Listed = new(
        "MNT-01", "listed", listed => listed.Window.End > listed.Now);

    /// <summary>Whether a change of our events is told to the peer.</summary>
    public static readonly Rule<ChannelName, bool> Notified = new("MNT-02", "notified", _ => true);

    /// <summary>Whether the peer's events are fetched when it notifies.</summary>
    public static readonly Rule<ChannelName, bool> FetchedAtOnce = new("MNT-03", "fetched-at-once", _ => true);

    /// <summary>
    /// No other device of an interconnect is under maintenance at the time, at either provider. Maintenance of the
    /// same channel by both at once is no conflict: the channel is down once.
    /// </summary>
    public static readonly RefusalRule<MaintenanceCase> NoOtherDevice = new(
        "MNT-04",
        "no-other-device",
        @case => @case.Planned.FirstOrDefault(planned =>
            planned.Device != @case.Device && planned.Window.Overlaps(@case.Window)) is { } conflict
            ? new Refusal(
                ErrorCode.MaintenanceConflict,
                "MNT-04",
                $"expected no maintenance of another device during {@case.Window}, "
                + $"found {conflict.Channel} under maintenance {conflict.Window}; choose another window")
            : null);

    /// <summary>Whether maintenance is held back by that of other devices: not in an emergency.</summary>
    public static readonly Rule<bool, bool> HeldBack = new("MNT-05", "held-back", emergency => !emergency);

    /// <summary>Which interconnects matter: all that have a channel on the device.</summary>
    public static readonly Rule<DeviceCase, bool> InterconnectCounts = new(
        "MNT-06",
        "interconnect-counts",
        @case => @case.Interconnect.Channels.Any(channel => channel.Device == @case.Device));

    /// <summary>How long before a window its channel is drained: many times what routes take to move.</summary>
    public static readonly TimeSpan DrainLead = TimeSpan.FromMinutes(5);

    /// <summary>Whether customer traffic is kept off the channel: from shortly before the window to its end.</summary>
    public static readonly Rule<ListedCase, bool> Drained = new(
        "MNT-08", "drained", @case => @case.Window.Start - DrainLead <= @case.Now && @case.Now < @case.Window.End);

    public static IEnumerable<Rule> All =>
        [Listed, Notified, FetchedAtOnce, NoOtherDevice, HeldBack, InterconnectCounts, Drained];

    /// <summary>A window has both ends, in order, and is not over. Our operator's matter, not the protocol's.</summary>
    public static Refusal? Unusable(WindowCase window) => window switch
    {
        { Start: null } => Refused(ErrorCode.MissingField, "the field startTime, found none"),
        { End: null } => Refused(ErrorCode.MissingField, "the field endTime, found none"),
        { Start: { } start, End: { } end } when start >= end =>
            Refused(ErrorCode.InvalidValue, "startTime before endTime, found it at or after it"),
        { End: { } end } when end <= window.Now =>
            Refused(ErrorCode.InvalidValue, $"endTime after {window.Now.UtcDateTime:O}, found it over"),
        _ => null,
    };

    private static Refusal Refused(ErrorCode code, string expected) =>
        new(code, "MNT-01", $"expected {expected}; give both as RFC 3339 instants");
}
