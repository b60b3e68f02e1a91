using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Harness.Certification.Verdicts;

namespace Harness.Features.World;

/// <summary>
/// Spoils a good proposal in one way (FEA-02 to FEA-06), or moves it to an edge that is still good. Everything
/// else of the proposal stays good, so that a refusal can have one reason only. Where the guidance leaves no
/// way to deviate, because it restricts nothing there, the scenario is skipped.
/// </summary>
/// <param name="feature">The proposal; a copy is changed.</param>
/// <param name="parties">Whose ends are whose.</param>
public sealed class Deviation(ProposedFeature feature, Parties parties)
{
    private readonly ProposedFeature copy = feature.Copy();

    private ProposalMaker Maker => copy.Maker;

    private JsonObject L3 => copy.L3;

    /// <summary>The proposal with its deviation.</summary>
    /// <param name="words">As the feature files word it.</param>
    /// <exception cref="ArgumentException">No such deviation.</exception>
    public ProposedFeature With(string words)
    {
        var done = Outside(words) || Subnet(words) || Host(words) || Edge(words);
        return done ? copy : throw new ArgumentException($"no deviation is known as '{words}'", nameof(words));
    }

    /// <summary>The proposal without a field that it needs (FEA-05).</summary>
    /// <param name="words">As the feature files word it.</param>
    public ProposedFeature Without(string words)
    {
        switch (words)
        {
            case "channel" or "featureConfig":
                copy.Body.Remove(words);
                break;
            case "l3BaseConfig":
                Json.Below(copy.Body, "featureConfig").Remove(words);
                break;
            case "a prefix length for ipv4Subnet":
                L3.Remove("ipv4SubnetPrefixLength");
                break;
            case "the partner's BGP configuration" or "the target's BGP configuration":
                Json.Below(Json.Below(copy.Body, "featureConfig"), "l3BaseConfig")["providerBgpConfigs"]!
                    .AsArray().Remove(End(words));
                break;
            case "an ASN of the partner" or "an ASN of the target":
                End(words).Remove("asn");
                break;
            case "an IPv4 host of the partner" or "an IPv4 host of the target":
                End(words).Remove("hostIpv4");
                break;
            case "IPv6":
                RemoveIpv6();
                break;
            default:
                L3.Remove(words);
                break;
        }

        return copy;
    }

    private bool Outside(string words)
    {
        switch (words)
        {
            case "the target's ASN outside the guidance":
                End("target")["asn"] = Unguided();
                return true;
            case "the partner's ASN outside the guidance":
                End("partner")["asn"] = Unguided();
                return true;
            case "a VLAN outside the guidance":
                var guided = Maker.Vlans.ToHashSet();
                L3["vlanId"] = First(Enumerable.Range(1025, 3070).Where(vlan => !guided.Contains(vlan)), "VLAN");
                return true;
            case "an MTU one above the guidance":
                L3["mtuBytes"] = Maker.HighestMtu + 1;
                return true;
            case "an MTU one below the guidance":
                L3["mtuBytes"] = Maker.LowestMtu - 1;
                return true;
            default:
                return false;
        }
    }

    private bool Subnet(string words)
    {
        var guided = words.Contains("IPv6", StringComparison.Ordinal) ? Maker.Ipv6 : Maker.Ipv4;
        switch (words)
        {
            case "an IPv4 subnet outside the guidance" or "an IPv6 subnet outside the guidance":
                copy.Move(FarOutside(guided));
                return true;
            case "an IPv4 subnet one address outside the guidance":
                copy.Move(JustOutside(guided));
                return true;
            case "an excluded IPv4 subnet" or "an excluded IPv6 subnet":
                copy.Move(Excluded(guided));
                return true;
            case "an IPv4 prefix one bit shorter than allowed":
                copy.Move(OfLength(guided, Allowed(guided).Min() - 1));
                return true;
            case "an IPv4 prefix one bit longer than allowed":
                copy.Move(OfLength(guided, Allowed(guided).Max() + 1));
                return true;
            case "an IPv6 prefix length that is not allowed":
                var other = Allowed(guided).Max() is var most && most < 127 ? most + 1 : Allowed(guided).Min() - 1;
                copy.Move(OfLength(guided, other));
                return true;
            default:
                return false;
        }
    }

    private bool Host(string words)
    {
        switch (words)
        {
            case "host bits in its IPv4 subnet":
                L3["ipv4Subnet"] = $"{Subnets.Host(copy.Ipv4, 1)}";
                return true;
            case "host bits in its IPv6 subnet":
                L3["ipv6Subnet"] = $"{Subnets.Host(Ipv6(), 1)}";
                return true;
            case "the partner's IPv4 host outside its subnet" or "the target's IPv4 host outside its subnet":
                End(words)["hostIpv4"] = "198.51.100.1";
                return true;
            case "the partner's IPv4 host one address below its subnet":
                End(words)["hostIpv4"] = Address(Subnets.First(copy.Ipv4) - 1);
                return true;
            case "the partner's IPv4 host one address above its subnet":
                End(words)["hostIpv4"] = Address(Subnets.Last(copy.Ipv4) + 1);
                return true;
            case "the partner's IPv6 host outside its subnet":
                Ipv6();
                End(words)["hostIpv6"] = "2001:db8:ffff::1";
                return true;
            case "one IPv4 host for both providers":
                End("partner")["hostIpv4"] = Json.Text(End("target"), "hostIpv4");
                return true;
            case "one IPv6 host for both providers":
                Ipv6();
                End("partner")["hostIpv6"] = Json.Text(End("target"), "hostIpv6");
                return true;
            case "one IPv6 host in two spellings":
                Ipv6();
                End("partner")["hostIpv6"] = Spelt(IPAddress.Parse(Json.Text(End("target"), "hostIpv6")!));
                return true;
            default:
                return false;
        }
    }

    private bool Edge(string words)
    {
        switch (words)
        {
            case "the lowest MTU of the guidance":
                L3["mtuBytes"] = Maker.LowestMtu;
                return true;
            case "the highest MTU of the guidance":
                L3["mtuBytes"] = Maker.HighestMtu;
                return true;
            case "the lowest VLAN of the guidance":
                L3["vlanId"] = Maker.Vlans.Min();
                return true;
            case "the highest VLAN of the guidance":
                L3["vlanId"] = Maker.Vlans.Max();
                return true;
            case "the first IPv4 subnet of the guidance":
                copy.Move(Maker.Ipv4.First([]) ?? throw Unrestricted("IPv4 subnets"));
                return true;
            case "the last IPv4 subnet of the guidance":
                copy.Move(Maker.Ipv4.Last([]) ?? throw Unrestricted("IPv4 subnets"));
                return true;
            default:
                return false;
        }
    }

    /// <summary>An IPv6 address without any abbreviation, which no encoder writes on its own.</summary>
    private static string Spelt(IPAddress address) => string.Join(
        ':',
        address.GetAddressBytes().Chunk(2).Select(pair => Convert.ToHexStringLower(pair)));

    private static string Address(UInt128 number) =>
        Subnets.ToAddress(number, AddressFamily.InterNetwork).ToString();

    private JsonObject End(string words)
    {
        var provider = words.Contains("partner", StringComparison.Ordinal) ? parties.Partner : parties.Target;
        return Json.List(L3, "providerBgpConfigs").First(end => Json.Text(end, "provider") == $"{provider}");
    }

    private IPNetwork Ipv6() => copy.Ipv6 ?? throw new SkipException("the guidance has no IPv6 subnets");

    private void RemoveIpv6()
    {
        L3.Remove("ipv6Subnet");
        L3.Remove("ipv6SubnetPrefixLength");
        foreach (var end in Json.List(L3, "providerBgpConfigs"))
            end.Remove("hostIpv6");
    }

    private long Unguided() => Enumerable.Range(0, 8).Select(i => 4200000001L + i)
        .Cast<long?>()
        .FirstOrDefault(asn => !Maker.Guided(asn!.Value)) ?? throw Unrestricted("ASNs");

    private static int First(IEnumerable<int> candidates, string what) =>
        candidates.Cast<int?>().FirstOrDefault() ?? throw Unrestricted($"{what}s");

    private static SkipException Unrestricted(string what) => new($"the guidance does not restrict {what}");

    private static IReadOnlyList<int> Allowed(GuidedSubnets guided) =>
        guided.Pools.Count > 0 ? guided.Lengths : throw Unrestricted("subnets");

    /// <summary>A documentation subnet: no provider guides to one.</summary>
    private static IPNetwork FarOutside(GuidedSubnets guided)
    {
        var first = guided.Family == AddressFamily.InterNetwork ? "198.51.100.0" : "2001:db8:ffff::";
        return Clear(guided, new IPNetwork(IPAddress.Parse(first), Allowed(guided)[^1]));
    }

    /// <summary>The subnet that ends right before the guided one begins.</summary>
    private static IPNetwork JustOutside(GuidedSubnets guided)
    {
        var length = Allowed(guided)[^1];
        var step = UInt128.One << (Subnets.Bits(guided.Family) - length);
        return Clear(guided, Subnets.At(Subnets.First(guided.Pools[0].Include) - step, length, guided.Family));
    }

    private static IPNetwork Clear(GuidedSubnets guided, IPNetwork subnet) =>
        guided.Pools.Any(pool => Subnets.Overlap(pool.Include, subnet)) ? throw Unrestricted("subnets") : subnet;

    private static IPNetwork Excluded(GuidedSubnets guided)
    {
        var excluded = guided.Pools.SelectMany(pool => pool.Exclude).Cast<IPNetwork?>().FirstOrDefault()
            ?? throw new SkipException(
                $"the guidance excludes no {(guided.Family == AddressFamily.InterNetwork ? "IPv4" : "IPv6")} subnet");
        var length = Math.Max(excluded.PrefixLength, Allowed(guided)[^1]);
        return Subnets.At(Subnets.First(excluded), Allowed(guided).Contains(length)
            ? length : Allowed(guided)[^1], guided.Family);
    }

    /// <summary>A free part of the guided subnet with another length, where the family has such a length.</summary>
    private static IPNetwork OfLength(GuidedSubnets guided, int length) =>
        length > Subnets.Bits(guided.Family) || Allowed(guided).Contains(length)
            ? throw Unrestricted("prefix lengths")
            : guided.Pools
                .SelectMany(pool => Subnets.Free(pool.Include, length, pool.Exclude))
                .Cast<IPNetwork?>()
                .FirstOrDefault() ?? throw new SkipException($"no guided subnet has room for a /{length}");
}
