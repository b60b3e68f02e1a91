using Harness.Lab.Pictures;
using Harness.Lab.Wiring;

namespace Harness.Features.Labs.Timelines;

/// <summary>Makes the states of channels out of what is said of them.</summary>
internal static class ChannelTracks
{
    // Of what several say at once, the first of these holds: one end that is drained drains both, and a feature is
    // there when both ends have it.
    private static readonly ChannelState[] Precedence =
    [
        ChannelState.Down, ChannelState.Maintenance, ChannelState.Absent, ChannelState.Drained, ChannelState.Rotating,
        ChannelState.Carrying,
    ];

    /// <summary>The tracks of the channels that were anything, in the order of the channels.</summary>
    /// <param name="changes">In the order of time.</param>
    public static IReadOnlyList<ChannelTrack> Of(IEnumerable<(TimeSpan At, ChannelChange Change)> changes) =>
    [
        .. from change in changes
           group change by change.Change.Channel.Number into channel
           orderby channel.Key
           let states = States(channel)
           where states.Count > 0
           select new ChannelTrack(NameOf(channel.First().Change.Channel), states),
    ];

    private static string NameOf(WiredChannel channel) => $"{channel.Interconnect.Id}/{channel.Channel.Id}";

    private static List<(TimeSpan At, ChannelState State)> States(
        IEnumerable<(TimeSpan At, ChannelChange Change)> changes)
    {
        var states = new List<(TimeSpan At, ChannelState State)>();
        var said = new Dictionary<string, ChannelState>(StringComparer.Ordinal);
        var before = ChannelState.Absent;
        foreach (var (at, change) in changes)
        {
            if (change.State is { } now)
                said[change.By] = now;
            else
                said.Remove(change.By);
            var state = said.Count == 0 ? ChannelState.Absent : Precedence.First(said.ContainsValue);
            if (state != before)
                states.Add((at, state));
            before = state;
        }

        return states;
    }
}
