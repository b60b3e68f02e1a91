using Harness.Lab.Measuring.Meter;
using Harness.Lab.Runtimes;
using Harness.Lab.Wiring;

namespace Harness.Lab.Running;

/// <summary>Traffic of every customer across a lab, and what every channel carried of it.</summary>
/// <param name="Losses">What became of each customer's packets.</param>
/// <param name="Channels">What each channel carried; empty where the kernel has no MACsec.</param>
public sealed record ShownTraffic(
    IReadOnlyList<(Tenant Tenant, TwoWayLoss Loss)> Losses, IReadOnlyList<ChannelTraffic> Channels)
{
    private const int FirstPort = 20_000;
    private const int PortsEach = 1000;
    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(120);

    /// <summary>Sends packets between the customers' hosts, one customer after the other.</summary>
    /// <param name="lab">A lab that carries traffic.</param>
    /// <param name="packets">How many each way, at least.</param>
    /// <param name="time">Measures deadlines.</param>
    /// <param name="cancellation">Of the caller.</param>
    /// <exception cref="LabException">The lab does not answer.</exception>
    public static async Task<ShownTraffic> RunAsync(
        SampleLab lab, int packets, TimeProvider time, CancellationToken cancellation)
    {
        var before = await EncryptedAsync(lab, time, cancellation);
        var meter = new LossMeter(lab.Running, time);
        var losses = new List<(Tenant, TwoWayLoss)>();
        foreach (var tenant in lab.Wiring.Tenants)
        {
            var ends = lab.Wiring.Sites.Where(site => site.Tenant == tenant)
                .DistinctBy(site => site.Site.Provider)
                .Select(site => new MeterEnd(site.Site.Host, site.HostAddress))
                .ToArray();
            if (ends.Length < 2)
                continue;
            await using var measurement = await meter.StartAsync(
                ends[0], ends[1], Traffic.Ordinary, FirstPort + (PortsEach * tenant.Number), cancellation);
            await measurement.SentAsync(packets, _deadline, cancellation);
            losses.Add((tenant, await measurement.StopAsync(cancellation)));
        }

        var after = await EncryptedAsync(lab, time, cancellation);
        return new ShownTraffic(losses, [.. after.Zip(before, (late, early) => late.Since(early))]);
    }

    private static async Task<ChannelTraffic[]> EncryptedAsync(
        SampleLab lab, TimeProvider time, CancellationToken cancellation)
    {
        if (!lab.Abilities.MacSec)
            return [];
        var routers = lab.Routers(time);
        return await Task.WhenAll(lab.Wiring.Channels.Select(async channel => new ChannelTraffic(
            channel,
            await EncryptedAsync(channel.First),
            await EncryptedAsync(channel.Second))));

        async Task<long> EncryptedAsync(ChannelEnd end) =>
            (await routers.ReadMacSecAsync(end, cancellation)).SaList.Sum(key => key.OutPktsEncrypted);
    }
}
