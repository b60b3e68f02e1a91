using System.Net;
using System.Net.Sockets;
using Harness.Lab.Wiring;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Lab.Routers;

/// <summary>A feature as one end of its channel has to build it.</summary>
/// <param name="End">This end.</param>
/// <param name="Peer">The other end.</param>
/// <param name="Tenant">The customer.</param>
/// <param name="DeviceAsn">The ASN of the customer's BGP instance on the device.</param>
/// <param name="OwnAsn">The negotiated ASN of this end (FEA-05).</param>
/// <param name="PeerAsn">The negotiated ASN of the other end (FEA-05).</param>
/// <param name="VlanId">The negotiated VLAN id (FEA-03).</param>
/// <param name="MtuBytes">The negotiated MTU, in bytes.</param>
/// <param name="Ipv4">The IPv4 session.</param>
/// <param name="Ipv6">The IPv6 session; null where none was negotiated.</param>
/// <param name="Password">The negotiated MD5 password; null without one. A secret (SEC-05).</param>
/// <param name="MaxPrefixes">How many routes this end accepts.</param>
public sealed record ChannelFeature(
    ChannelEnd End,
    ChannelEnd Peer,
    Tenant Tenant,
    long DeviceAsn,
    long OwnAsn,
    long PeerAsn,
    int VlanId,
    int MtuBytes,
    FeatureSession Ipv4,
    FeatureSession? Ipv6,
    string? Password,
    int MaxPrefixes)
{
    /// <summary>The interface of the feature.</summary>
    public string Interface => End.Vlan(VlanId);

    /// <summary>Both sessions, with the name that FRR has for their family.</summary>
    public IEnumerable<FeatureSession> Sessions => Ipv6 is null ? [Ipv4] : [Ipv4, Ipv6];

    /// <summary>Reads a negotiated feature for one of the two ends.</summary>
    /// <param name="wiring">The lab.</param>
    /// <param name="channel">The channel that the feature is on.</param>
    /// <param name="provider">Id of the provider whose end is meant.</param>
    /// <param name="tenant">The customer.</param>
    /// <param name="config">What was negotiated.</param>
    /// <param name="maxPrefixes">How many routes this end accepts.</param>
    /// <exception cref="ArgumentException">Something that a router needs was not negotiated; says what.</exception>
    public static ChannelFeature Of(
        LabWiring wiring, WiredChannel channel, string provider, Tenant tenant, L3BaseConfig config, int maxPrefixes)
    {
        var end = channel.EndOf(provider);
        var peer = channel.PeerOf(end);
        var own = BgpConfigOf(config, provider);
        var other = BgpConfigOf(config, peer.Device.Provider);
        return new ChannelFeature(
            end,
            peer,
            tenant,
            wiring.Topology.Providers.Single(it => it.Id == provider).Asn,
            own.Asn ?? throw Lacking($"an ASN of {provider}"),
            other.Asn ?? throw Lacking($"an ASN of {peer.Device.Provider}"),
            config.VlanId ?? throw Lacking("a vlanId"),
            config.MtuBytes ?? throw Lacking("mtuBytes"),
            Session(AddressFamily.InterNetwork, own.HostIpv4, other.HostIpv4, config.Ipv4SubnetPrefixLength)
                ?? throw Lacking("a host of either provider in an IPv4 subnet"),
            Session(AddressFamily.InterNetworkV6, own.HostIpv6, other.HostIpv6, config.Ipv6SubnetPrefixLength),
            Password: Checked(config.Md5BgpPassword),
            maxPrefixes);
    }

    /// <summary>Leaves out the password (SEC-05).</summary>
    public override string ToString() =>
        $"ChannelFeature {{ {End.InterconnectId}/{End.ChannelId} at {End.Node}, vlan {VlanId}, {Tenant.Customer} }}";

    private static ProviderBgpConfig BgpConfigOf(L3BaseConfig config, string provider) =>
        config.ProviderBgpConfigs?.FirstOrDefault(it => it.Provider == $"{new ProviderName(provider)}")
        ?? throw Lacking($"a providerBgpConfig of {provider}");

    private static FeatureSession? Session(AddressFamily family, string? own, string? peer, int? prefixLength) =>
        IPAddress.TryParse(own, out var here) && here.AddressFamily == family
        && IPAddress.TryParse(peer, out var there) && there.AddressFamily == family
        && prefixLength is { } bits
            ? new FeatureSession(here, there, bits)
            : null;

    // It becomes part of a line of configuration; nothing that ends the word or the line may get there.
    private static string? Checked(string? password) =>
        password is { Length: > 0 } && password.Any(letter => letter is <= ' ' or > '~' or '?')
            ? throw new ArgumentException("A router takes an MD5 password of visible ASCII characters other than '?'.")
            : password is "" ? null : password;

    private static ArgumentException Lacking(string what) => new($"A router needs {what}, and none was negotiated.");
}
