namespace Harness.Protocol.Resources;

/// <summary>Body of GenerateFeatureGuidance; it carries nothing.</summary>
public sealed record GenerateFeatureGuidanceRequest;

/// <summary>Answer of GenerateFeatureGuidance.</summary>
/// <param name="FeatureGuidance">Output only. One for every channel of the interconnect (GUI-01).</param>
public sealed record GenerateFeatureGuidanceResponse(IReadOnlyList<FeatureGuidance>? FeatureGuidance = null);

/// <summary>What a proposal on one channel has to keep to. An absent field restricts nothing.</summary>
/// <param name="FeatureType">What kind of feature it guides.</param>
/// <param name="Channel">Name of the channel.</param>
/// <param name="ChannelAdminState">Output only.</param>
/// <param name="L3BaseGuidance">The restrictions and preferences.</param>
public sealed record FeatureGuidance(
    FeatureType? FeatureType = null,
    string? Channel = null,
    AdminState? ChannelAdminState = null,
    L3BaseGuidance? L3BaseGuidance = null);

/// <summary>Restrictions and preferences of a layer 3 feature (GUI-02, GUI-03).</summary>
/// <param name="AsnRanges">ASNs that may be chosen; the ranges do not overlap.</param>
/// <param name="Ipv4SubnetGuidance">IPv4 subnets to choose within.</param>
/// <param name="Ipv6SubnetGuidance">IPv6 subnets to choose within.</param>
/// <param name="Ipv4AllowedSubnetPrefixLengths">Allowed prefix lengths, in bits.</param>
/// <param name="Ipv6AllowedSubnetPrefixLengths">Allowed prefix lengths, in bits.</param>
/// <param name="VlanRanges">VLAN ids that may be chosen, used ones included; within 1025..4094.</param>
/// <param name="MtuRanges">MTUs that may be chosen, in bytes.</param>
/// <param name="MaxReceivedBgpRoutePrefixes">Routes that the server accepts. Not negotiated.</param>
public sealed record L3BaseGuidance(
    IReadOnlyList<AsnRange>? AsnRanges = null,
    IReadOnlyList<SubnetGuidance>? Ipv4SubnetGuidance = null,
    IReadOnlyList<SubnetGuidance>? Ipv6SubnetGuidance = null,
    IReadOnlyList<int>? Ipv4AllowedSubnetPrefixLengths = null,
    IReadOnlyList<int>? Ipv6AllowedSubnetPrefixLengths = null,
    IReadOnlyList<VlanRange>? VlanRanges = null,
    IReadOnlyList<MtuRange>? MtuRanges = null,
    int? MaxReceivedBgpRoutePrefixes = null);

/// <summary>ASNs from <paramref name="Start"/> to <paramref name="Stop"/>, both inclusive, 1..4294967295.</summary>
public sealed record AsnRange(long? Start = null, long? Stop = null);

/// <summary>VLAN ids from <paramref name="Start"/> to <paramref name="Stop"/>, both inclusive.</summary>
public sealed record VlanRange(int? Start = null, int? Stop = null);

/// <summary>MTUs in bytes from <paramref name="Start"/> to <paramref name="Stop"/>, both inclusive.</summary>
public sealed record MtuRange(int? Start = null, int? Stop = null);

/// <summary>Subnets that may be chosen, each in CIDR notation.</summary>
/// <param name="IncludeSubnet">The subnet to choose within.</param>
/// <param name="ExcludeSubnets">Parts of it that may not be touched.</param>
/// <param name="PreferredSubnet">The server's own suggestion (GUI-04).</param>
public sealed record SubnetGuidance(
    string? IncludeSubnet = null,
    IReadOnlyList<string>? ExcludeSubnets = null,
    string? PreferredSubnet = null);
