using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Features.World;

/// <summary>
/// The environment that a scenario has to itself, with what target and partner agreed on for it. Names are
/// below the partner's prefix, as the partner calls the target.
/// </summary>
/// <param name="Environment">The environment.</param>
/// <param name="Interconnects">All its interconnects.</param>
/// <param name="Spare">Another environment, that no scenario has to itself; null where there is none.</param>
public sealed record Place(
    EnvironmentName Environment,
    IReadOnlyList<AgreedInterconnect> Interconnects,
    Place? Spare)
{
    /// <summary>How long a deferral may take where provisioning is always deferred; null elsewhere (DFR-04).</summary>
    public TimeSpan? DeferralTimeout { get; init; }

    /// <summary>The interconnects that connections are placed on, in the order of the testbed.</summary>
    public IEnumerable<AgreedInterconnect> Active =>
        Interconnects.Where(interconnect => interconnect.State == InterconnectState.Active);

    /// <summary>The first active interconnect.</summary>
    public AgreedInterconnect? A =>
        Active.FirstOrDefault(interconnect => !interconnect.ForKeys) ?? Active.FirstOrDefault();

    /// <summary>Another active interconnect: where there is a choice, one of another number of channels.</summary>
    public AgreedInterconnect? B => Active
        .Where(interconnect => interconnect != A)
        .OrderBy(interconnect => interconnect.ForKeys)
        .ThenBy(interconnect => interconnect.Channels.Count == A!.Channels.Count)
        .FirstOrDefault();

    /// <summary>An interconnect that is not ready for connections.</summary>
    public AgreedInterconnect? Pending => InState(InterconnectState.Pending);

    /// <summary>An interconnect that takes no further connections.</summary>
    public AgreedInterconnect? Closed => InState(InterconnectState.Closed);

    /// <summary>The interconnect whose channels' keys the partner manages and scenarios may rotate.</summary>
    public AgreedInterconnect? Keys => AllForKeys.FirstOrDefault();

    /// <summary>
    /// All of these: further ones serve the scenarios of first keys, which no channel can be given twice (MAC-12).
    /// </summary>
    public IEnumerable<AgreedInterconnect> AllForKeys => Interconnects.Where(interconnect => interconnect.ForKeys);

    /// <summary>Sizes in Mbps that every active interconnect supports, from the smallest.</summary>
    public IReadOnlyList<int> Sizes =>
    [
        .. Active.Select(interconnect => interconnect.SizesMbps.AsEnumerable())
            .Aggregate((common, sizes) => common.Intersect(sizes))
            .Order(),
    ];

    private AgreedInterconnect? InState(InterconnectState state) =>
        Interconnects.FirstOrDefault(interconnect => interconnect.State == state);
}

/// <summary>An interconnect of the testbed.</summary>
/// <param name="Name">Its name below the partner's prefix.</param>
/// <param name="State">Whether it takes connections.</param>
/// <param name="MaxBandwidthMbps">Bound of all connections together, in Mbps.</param>
/// <param name="SizesMbps">Sizes that it supports, in Mbps.</param>
/// <param name="Channels">Its channels.</param>
/// <param name="AgreedKeyDuty">The providers agreed on another split of the key duty than halves (CHN-02).</param>
/// <param name="ForKeys">MACsec scenarios may rotate the keys of its channels.</param>
public sealed record AgreedInterconnect(
    InterconnectName Name,
    InterconnectState State,
    int MaxBandwidthMbps,
    IReadOnlyList<int> SizesMbps,
    IReadOnlyList<AgreedChannel> Channels,
    bool AgreedKeyDuty,
    bool ForKeys);

/// <summary>A channel of the testbed.</summary>
/// <param name="Name">Its name below the partner's prefix.</param>
/// <param name="MacsecManager"><c>providers/{provider}</c> that rotates its keys.</param>
public sealed record AgreedChannel(ChannelName Name, string MacsecManager);
