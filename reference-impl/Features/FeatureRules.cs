using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Errors;
using Harness.Reference.Rules;

namespace Harness.Reference.Features;

/// <summary>
/// What a proposal of a feature has to keep to, addresses aside; see <see cref="AddressRules"/>. Each rule
/// judges what is its own and leaves the rest to the others.
/// </summary>
public static class FeatureRules
{
    private const int FirstVlan = 1025;
    private const int LastVlan = 4094;
    private const long LastAsn = 4_294_967_295;

    public static readonly RefusalRule<FeatureCase> ChannelGiven = Required(
        "channel", "the channel's name", @case => !string.IsNullOrEmpty(@case.Body.Channel));

    public static readonly RefusalRule<FeatureCase> Ipv4SubnetGiven = Required(
        "ipv4Subnet", "an IPv4 subnet", @case => !string.IsNullOrEmpty(@case.Config.Ipv4Subnet));

    public static readonly RefusalRule<FeatureCase> Ipv4PrefixLengthGiven = Required(
        "ipv4SubnetPrefixLength", "a prefix length", @case => @case.Config.Ipv4SubnetPrefixLength is not null);

    public static readonly RefusalRule<FeatureCase> MtuGiven = Required(
        "mtuBytes", "an MTU in bytes", @case => @case.Config.MtuBytes is not null);

    public static readonly RefusalRule<FeatureCase> VlanGiven = Required(
        "vlanId", "a VLAN id", @case => @case.Config.VlanId is not null);

    public static readonly RefusalRule<FeatureCase> BgpConfigsGiven = Required(
        "providerBgpConfigs", "one entry of each of the two providers", HasBothEnds);

    public static readonly RefusalRule<FeatureCase> AsnsGiven = Required(
        "asn", "an ASN of each provider", @case => Ends(@case).All(end => end.Asn is not null));

    public static readonly RefusalRule<FeatureCase> HostsGiven = Required(
        "hostIpv4", "an IPv4 address of each provider", @case => Ends(@case).All(end => end.HostIpv4 is not null));

    public static readonly RefusalRule<FeatureCase> ChannelOfInterconnect = new(
        "FEA-06",
        "channel-of-interconnect",
        @case => string.IsNullOrEmpty(@case.Body.Channel) || IsChannel(@case)
            ? null
            : new Refusal(
                ErrorCode.InvalidValue,
                "FEA-06",
                $"expected a channel of {@case.Interconnect}, found another name; "
                + "use a channel name of the guidance"));

    public static readonly RefusalRule<FeatureCase> VlanUsable = new(
        "FEA-03",
        "vlan-usable",
        @case => @case.Config.VlanId is null or (>= FirstVlan and <= LastVlan)
            ? null
            : new Refusal(
                ErrorCode.OutsideGuidance,
                "FEA-03",
                $"expected vlanId in {FirstVlan}..{LastVlan}, found {@case.Config.VlanId}; choose another VLAN"));

    /// <summary>Judges usable VLANs only: the others are for <see cref="VlanUsable"/>.</summary>
    public static readonly RefusalRule<FeatureCase> VlanInGuidance = new(
        "FEA-02",
        "vlan-in-guidance",
        @case => @case.Config.VlanId is not { } vlan || vlan is < FirstVlan or > LastVlan
            || @case.Guidance.VlanRanges.Any(range => range.Contains(vlan))
            ? null
            : Outside("vlanId", string.Join(", ", @case.Guidance.VlanRanges), vlan));

    public static readonly RefusalRule<FeatureCase> MtuInGuidance = new(
        "FEA-02",
        "mtu-in-guidance",
        @case => @case.Config.MtuBytes is not { } mtu
            || @case.Guidance.MtuRanges.Any(range => range.Contains(mtu))
            ? null
            : Outside("mtuBytes", string.Join(", ", @case.Guidance.MtuRanges), mtu));

    /// <summary>
    /// The guidance's ranges are read as those of the server's own ASN; whether they bind the proposer's as
    /// well, the source leaves open.
    /// </summary>
    public static readonly RefusalRule<FeatureCase> AsnInGuidance = new(
        "FEA-02",
        "asn-in-guidance",
        @case => @case.EndOf(@case.Own)?.Asn is not { } asn
            || @case.Guidance.AsnRanges.Any(range => range.Contains(asn))
            ? null
            : Outside($"the asn of {@case.Own}", string.Join(", ", @case.Guidance.AsnRanges), asn));

    public static readonly RefusalRule<FeatureCase> AsnUsable = new(
        "FEA-02",
        "asn-usable",
        @case => @case.EndOf(@case.Peer)?.Asn is null or (>= 1 and <= LastAsn)
            ? null
            : Outside($"the asn of {@case.Peer}", $"1-{LastAsn}", @case.EndOf(@case.Peer)!.Asn!.Value));

    /// <summary>What a proposal has to pass before its addresses are looked at, in order.</summary>
    public static readonly IReadOnlyList<RefusalRule<FeatureCase>> Form =
    [
        ChannelGiven, Ipv4SubnetGiven, Ipv4PrefixLengthGiven, MtuGiven, VlanGiven, BgpConfigsGiven, AsnsGiven,
        HostsGiven, ChannelOfInterconnect, VlanUsable, VlanInGuidance, MtuInGuidance, AsnInGuidance, AsnUsable,
    ];

    public static IEnumerable<Rule> All => Form;

    internal static Refusal Outside<T>(string field, string expected, T found) => new(
        ErrorCode.OutsideGuidance,
        $"expected {field} in {expected}, found {found}; propose a value of the guidance");

    private static RefusalRule<FeatureCase> Required(string field, string what, Func<FeatureCase, bool> given) => new(
        "FEA-05",
        $"{System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(field)}-given",
        @case => given(@case)
            ? null
            : new Refusal(
                ErrorCode.MissingField, "FEA-05", $"expected {field} with {what}, found none; propose all of them"));

    private static bool HasBothEnds(FeatureCase @case) =>
        @case.Config.ProviderBgpConfigs is { Count: 2 }
        && @case.EndOf(@case.Own) is not null
        && @case.EndOf(@case.Peer) is not null;

    private static bool IsChannel(FeatureCase @case) =>
        ResourceName.TryParse<ChannelName>(@case.Body.Channel, out var channel)
        && channel.Interconnect == @case.Interconnect
        && @case.Testbed.FindChannel(channel.Channel) is not null;

    private static IEnumerable<ProviderBgpConfig> Ends(FeatureCase @case) =>
        (@case.Config.ProviderBgpConfigs ?? []).Where(end => end is not null);
}
