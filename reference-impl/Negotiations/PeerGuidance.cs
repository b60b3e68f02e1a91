using System.Net;
using Harness.Protocol.Resources;
using Harness.Reference.Features;
using Harness.Reference.Testbed;

namespace Harness.Reference.Negotiations;

/// <summary>A peer's guidance in our own types; what it leaves out restricts nothing, what is ill-formed is left out.
/// </summary>
internal static class PeerGuidance
{
    public static IReadOnlyList<NumberRange> Vlans(L3BaseGuidance? guidance) =>
        Ranges(guidance?.VlanRanges?.Select(range => ((long?)range.Start, (long?)range.Stop)));

    public static IReadOnlyList<NumberRange> Mtus(L3BaseGuidance? guidance) =>
        Ranges(guidance?.MtuRanges?.Select(range => ((long?)range.Start, (long?)range.Stop)));

    public static IReadOnlyList<NumberRange> Asns(L3BaseGuidance? guidance) =>
        Ranges(guidance?.AsnRanges?.Select(range => (range.Start, range.Stop)));

    /// <summary>The subnets to choose within; empty where the peer names none.</summary>
    public static IReadOnlyList<PeerPool> Pools(IReadOnlyList<SubnetGuidance>? guidance) =>
    [
        .. (guidance ?? []).Select(one => new PeerPool(
                Subnet(one.IncludeSubnet),
                [.. (one.ExcludeSubnets ?? []).Select(Subnet).OfType<IpSubnet>()],
                Subnet(one.PreferredSubnet))),
    ];

    private static NumberRange[] Ranges(IEnumerable<(long? Start, long? Stop)>? ranges) =>
        ranges?.Select(range => new NumberRange(range.Start ?? 0, range.Stop ?? long.MaxValue)).ToArray() is { } all
        and not []
            ? all
            : [new NumberRange(0, long.MaxValue)];

    private static IpSubnet? Subnet(string? text) =>
        IPNetwork.TryParse(text, out var network) ? IpSubnet.Of(network) : null;
}
