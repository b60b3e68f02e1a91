namespace Harness.Lab.Measuring.Routers;

/// <summary>What an interface has carried, as <c>ip -s -j link show dev X</c> tells of it.</summary>
/// <param name="Received">Packets that came in.</param>
/// <param name="Sent">Packets that went out.</param>
public sealed record LinkCounters(long Received, long Sent)
{
    /// <summary>Packets in both directions.</summary>
    public long Packets => Received + Sent;

    /// <summary>Reads the counters of the one interface.</summary>
    /// <exception cref="RouterOutputException">It is not what the command answers.</exception>
    public static LinkCounters Read(string json)
    {
        var links = RouterJson.Read<IReadOnlyList<Link>>(json, "ip -s -j link show");
        var counted = links.Count == 1 ? links[0].Stats64 : null;
        return counted is null
            ? throw new RouterOutputException("ip -s -j link show", new InvalidOperationException("no one interface"))
            : new LinkCounters(counted.Rx.Packets, counted.Tx.Packets);
    }

    private sealed record Link(Counted? Stats64);

    private sealed record Counted(Direction Rx, Direction Tx);

    private sealed record Direction(long Packets);
}
