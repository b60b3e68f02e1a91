using System.Globalization;
using System.Net;
using System.Net.Sockets;
using YamlDotNet.RepresentationModel;

namespace Harness.Reference.Testbed;

/// <summary>Reads the guidance settings and the other values that have a form of their own.</summary>
internal static class GuidanceReader
{
    private const long MaxAsn = 4_294_967_295;

    public static TestbedGuidance Read(YamlMap map)
    {
        var absent = TestbedGuidance.Default;
        return new TestbedGuidance(
            map.Number("ownAsn", 1, MaxAsn, absent.OwnAsn),
            map.List("asnRanges", (node, path) => Range(map, node, path, MaxAsn), absent.AsnRanges),
            Pools(map, "ipv4", AddressFamily.InterNetwork, absent.Ipv4Pools),
            Lengths(map, "ipv4PrefixLengths", 32, absent.Ipv4PrefixLengths),
            Pools(map, "ipv6", AddressFamily.InterNetworkV6, absent.Ipv6Pools),
            Lengths(map, "ipv6PrefixLengths", 128, absent.Ipv6PrefixLengths),
            map.List("vlanRanges", (node, path) => Range(map, node, path, ushort.MaxValue), absent.VlanRanges),
            map.List("mtuRanges", (node, path) => Range(map, node, path, ushort.MaxValue), absent.MtuRanges),
            (int)map.Number("maxReceivedBgpRoutePrefixes", 1, int.MaxValue, absent.MaxReceivedBgpRoutePrefixes));
    }

    /// <summary>A duration such as <c>90s</c>, <c>30m</c>, <c>24h</c> or <c>7d</c>.</summary>
    public static TimeSpan Duration(YamlMap map, string key, TimeSpan absent)
    {
        if (map.OptionalText(key) is not { } text)
            return absent;
        var seconds = text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86_400, _ => 0 };
        if (seconds > 0
            && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count > 0)
            return TimeSpan.FromSeconds((long)count * seconds);
        map.Faults.Add(map.Find(key)!, map.Path(key), "a duration such as 90s, 30m, 24h or 7d", $"'{text}'");
        return absent;
    }

    private static IReadOnlyList<int> Lengths(YamlMap map, string key, int most, IReadOnlyList<int> absent) =>
        map.List(key, (node, path) => (int)map.Faults.Number(node, path, 1, most), absent);

    // Whether start <= stop is for GUI-02's check to say: the file is readable either way.
    private static NumberRange Range(YamlMap map, YamlNode node, string path, long most)
    {
        var expected = $"a number or a range such as 1025-4094, up to {most}";
        var text = map.Faults.Scalar(node, path, expected);
        var parts = text.Split('-', 2, StringSplitOptions.TrimEntries);
        if (Parse(parts[0], most) is { } start && Parse(parts[^1], most) is { } stop)
            return new NumberRange(start, stop);
        if (text.Length > 0)
            map.Faults.Add(node, path, expected, $"'{text}'");
        return default;
    }

    private static long? Parse(string text, long most) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1 && number <= most
            ? number
            : null;

    private static IReadOnlyList<SubnetPool> Pools(
        YamlMap map, string key, AddressFamily family, IReadOnlyList<SubnetPool> absent)
    {
        var pools = map.List<SubnetPool?>(
            key,
            (node, path) => map.Faults.Map(node, path, inner => Pool(inner, family)),
            absent);
        return [.. pools.OfType<SubnetPool>()];
    }

    private static SubnetPool Pool(YamlMap map, AddressFamily family)
    {
        var include = IPNetwork.Parse("0.0.0.0/0");
        if (map.Find("include") is { } node)
            include = Subnet(map, node, map.Path("include"), family);
        else
            map.Missing("include", "a subnet such as 169.254.0.0/16");
        return new SubnetPool(
            include, map.List("exclude", (inner, path) => Subnet(map, inner, path, family), absent: []));
    }

    private static IPNetwork Subnet(YamlMap map, YamlNode node, string path, AddressFamily family)
    {
        var expected = family == AddressFamily.InterNetwork
            ? "an IPv4 subnet with its host bits masked off, such as 169.254.0.0/16"
            : "an IPv6 subnet with its host bits masked off, such as fd20:c0::/48";
        var text = map.Faults.Scalar(node, path, expected);
        // IPNetwork masks host bits off silently, so the address is compared with the one that was written.
        if (text.Split('/') is [var address, _]
            && IPNetwork.TryParse(text, out var subnet)
            && subnet.BaseAddress.AddressFamily == family
            && subnet.BaseAddress.Equals(IPAddress.Parse(address)))
            return subnet;
        if (text.Length > 0)
            map.Faults.Add(node, path, expected, $"'{text}'");
        return default;
    }
}
