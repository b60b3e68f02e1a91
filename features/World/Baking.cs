namespace Harness.Features.World;

/// <summary>The two hours after a rotation in which an interconnect bakes (MAC-04).</summary>
public sealed class Baking(World world, ChannelKeys keys)
{
    public static readonly TimeSpan Time = TimeSpan.FromHours(2);

    /// <summary>
    /// Waits until no rotation bakes on the interconnect any more, whichever moment of it a target counts from:
    /// startTime is its beginning, and what the scenarios did themselves is known to its end.
    /// </summary>
    public async Task Over(AgreedInterconnect interconnect)
    {
        var now = await world.Clock.Now();
        var latest = world.Traits.LastKeyChange(interconnect.Name);
        foreach (var channel in interconnect.Channels)
            foreach (var key in await keys.List(channel.Name))
                latest = Later(latest, Earlier(key.StartTime ?? now, now));
        if (latest is { } change)
            await world.Clock.Pass(change + Time + world.Settling.Deadline);
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset? one, DateTimeOffset other) =>
        one is { } known && known > other ? known : other;
}
