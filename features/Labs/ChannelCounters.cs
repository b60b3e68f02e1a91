using Harness.Lab.Measuring.Routers;
using Harness.Lab.Routers;

namespace Harness.Features.Labs;

/// <summary>How many packets routers have sent by the connection's features, as their kernels count.</summary>
public sealed class ChannelCounters(LabWorld world)
{
    /// <summary>Packets that both ends of each feature have sent.</summary>
    public async Task<IReadOnlyList<long>> ReadAsync()
    {
        var counts = new List<long>();
        foreach (var (_, first, second) in world.Connection.Features)
            counts.Add(await ReadAsync(first) + await ReadAsync(second));
        return counts;
    }

    /// <summary>Packets that one end has sent.</summary>
    public async Task<long> ReadAsync(ChannelFeature feature)
    {
        var json = await world.ReadAsync(feature.End.Node, "ip", "-s", "-j", "link", "show", "dev", feature.Interface);
        return LinkCounters.Read(json).Sent;
    }
}
