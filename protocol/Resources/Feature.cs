namespace Harness.Protocol.Resources;

/// <summary>A connection's configuration on one channel.</summary>
/// <param name="Name">Identifier, <c>.../connections/{connection}/features/{feature}</c>.</param>
/// <param name="Channel">Required. Name of a channel of the connection's interconnect (FEA-06).</param>
/// <param name="FeatureConfig">What was negotiated.</param>
/// <param name="ProvisioningState">Output only. See PRO-01.</param>
public sealed record Feature(
    string? Name = null,
    string? Channel = null,
    FeatureConfig? FeatureConfig = null,
    ProvisioningState? ProvisioningState = null);

/// <summary>Configuration of a feature by its type.</summary>
public sealed record FeatureConfig(FeatureType? FeatureType = null, L3BaseConfig? L3BaseConfig = null);

/// <summary>Layer 3 configuration of a channel (FEA-01 to FEA-08).</summary>
/// <param name="Ipv4Subnet">Required. Network address with its host bits masked off (FEA-04); whether in CIDR
/// notation or with the length beside it, the source leaves open.</param>
/// <param name="Ipv4SubnetPrefixLength">Required. In bits.</param>
/// <param name="Ipv6Subnet">Optional. As the IPv4 one.</param>
/// <param name="Ipv6SubnetPrefixLength">Optional. In bits.</param>
/// <param name="MtuBytes">Required. MTU at the connection point between the providers.</param>
/// <param name="VlanId">Required. 1025..4094 (FEA-03), free on the channel (FEA-07).</param>
/// <param name="ProviderBgpConfigs">Required. One for each of the two providers (FEA-05).</param>
/// <param name="Md5BgpPassword">Shared password of the BGP sessions. A secret (SEC-05).</param>
public sealed record L3BaseConfig(
    string? Ipv4Subnet = null,
    int? Ipv4SubnetPrefixLength = null,
    string? Ipv6Subnet = null,
    int? Ipv6SubnetPrefixLength = null,
    int? MtuBytes = null,
    int? VlanId = null,
    IReadOnlyList<ProviderBgpConfig>? ProviderBgpConfigs = null,
    string? Md5BgpPassword = null)
{
    /// <summary>Leaves out the password (SEC-05).</summary>
    public override string ToString() =>
        $"L3BaseConfig {{ vlan {VlanId}, {Ipv4Subnet}/{Ipv4SubnetPrefixLength}, mtu {MtuBytes} }}";
}

/// <summary>One provider's end of the BGP sessions.</summary>
/// <param name="Provider">Required. <c>providers/{provider}</c>.</param>
/// <param name="Asn">Required. 1..4294967295.</param>
/// <param name="HostIpv4">Required. Inside the feature's IPv4 subnet (FEA-04).</param>
/// <param name="HostIpv6">Optional. Inside the feature's IPv6 subnet (FEA-04).</param>
public sealed record ProviderBgpConfig(
    string? Provider = null,
    long? Asn = null,
    string? HostIpv4 = null,
    string? HostIpv6 = null);

/// <summary>Answer of ListFeatures.</summary>
public sealed record ListFeaturesResponse(IReadOnlyList<Feature>? Features = null, string? NextPageToken = null);
