using System.Globalization;
using System.Net;

namespace Harness.Lab.Routers;

/// <summary>
/// The changes that bring a feature up on a device, take traffic off it, and take it away. None restarts a daemon, and
/// none touches another feature.
/// </summary>
/// <param name="abilities">What the routers' kernel can do.</param>
public sealed class FeatureChanges(RouterAbilities abilities)
{
    /// <summary>The map that is bound inwards in ordinary operation: it heeds a drain of the other end.</summary>
    internal const string Honour = "HONOUR-IN";

    private const string DrainIn = "DRAIN-IN";
    private const string DrainOut = "DRAIN-OUT";

    /// <summary>
    /// Brings a feature up: its interface in the customer's routing table, its sessions, and its addresses, with which
    /// they begin. Zebra reads interfaces and addresses in two threads and forgets an address whose interface it does
    /// not know yet; before it takes what comes between, it has read of the interface.
    /// </summary>
    /// <param name="feature">The feature.</param>
    /// <param name="drained">Whether it begins drained, so that no traffic is drawn before all of it stands.</param>
    public IReadOnlyList<RouterChange> Up(ChannelFeature feature, bool drained = false) =>
    [
        RouterChange.Ip(feature.End.Node, Interface(feature)),
        InInstance(feature, feature.Sessions.SelectMany(session => FrrTemplate.Lines(
            "feature",
            ("address", session.Peer),
            ("asn", feature.PeerAsn),
            ("localAs", feature.OwnAsn == feature.DeviceAsn ? null : feature.OwnAsn),
            ("description", $"{feature.End.InterconnectId}/{feature.End.ChannelId} vlan {feature.VlanId}"),
            ("password", abilities.TcpMd5 ? FrrTemplate.Secret(feature.Password) : null),
            ("family", session.Family),
            ("prefixes", feature.MaxPrefixes),
            ("inbound", drained ? DrainIn : Honour),
            ("outbound", drained ? DrainOut : null)))),
        RouterChange.Ip(feature.End.Node, feature.Sessions.Select(session =>
            AddressLine(session.Own, session.PrefixLength, feature.Interface))),
    ];

    /// <summary>Makes every other path preferred in both directions (RFC 8326), while packets still pass (DFE-02).
    /// </summary>
    public RouterChange Drain(ChannelFeature feature) => InInstance(feature, feature.Sessions.SelectMany(session =>
        InFamily(session, $"neighbor {session.Peer} route-map {DrainIn} in",
            $"neighbor {session.Peer} route-map {DrainOut} out")));

    /// <summary>Takes a drain back.</summary>
    public RouterChange Undrain(ChannelFeature feature) => InInstance(feature, feature.Sessions.SelectMany(session =>
        InFamily(session, $"neighbor {session.Peer} route-map {Honour} in",
            $"no neighbor {session.Peer} route-map {DrainOut} out")));

    /// <summary>Ends the sessions of a feature, whose traffic has left it, in good order.</summary>
    public RouterChange Shutdown(ChannelFeature feature) => InInstance(feature, feature.Sessions.Select(session =>
        new RouterLine($" neighbor {session.Peer} shutdown")));

    /// <summary>Lets the sessions of a feature that were ended come back.</summary>
    public RouterChange Startup(ChannelFeature feature) => InInstance(feature, feature.Sessions.Select(session =>
        new RouterLine($" no neighbor {session.Peer} shutdown")));

    /// <summary>Takes a feature away: sessions first, then the interface.</summary>
    public IReadOnlyList<RouterChange> Down(ChannelFeature feature) =>
    [
        InInstance(feature, feature.Sessions.Select(session => new RouterLine($" no neighbor {session.Peer}"))),
        RouterChange.Ip(feature.End.Node, $"link del {feature.Interface}"),
    ];

    private RouterChange InInstance(ChannelFeature feature, IEnumerable<RouterLine> lines) => new(
        feature.End.Node,
        RouterTool.Frr,
        [
            new RouterLine($"router bgp {feature.DeviceAsn}{(abilities.Vrf ? $" vrf {feature.Tenant.Vrf}" : "")}"),
            .. lines,
        ]);

    private static IEnumerable<RouterLine> InFamily(FeatureSession session, params string[] lines) =>
    [
        new RouterLine($" address-family {session.Family} unicast"),
        .. lines.Select(line => new RouterLine($"  {line}")),
        new RouterLine(" exit-address-family"),
    ];

    private IEnumerable<string> Interface(ChannelFeature feature)
    {
        var name = feature.Interface;
        var carrier = ChannelLink.Carrier(feature.End, abilities);
        var vlan = feature.VlanId.ToString(CultureInfo.InvariantCulture);
        yield return abilities.Vlan
            ? $"link add link {carrier} name {name} type vlan id {vlan}"
            : $"link add {name} type vxlan id {vlan} dev {carrier} local {feature.End.Underlay} "
                + $"remote {feature.Peer.Underlay} dstport 4789 nolearning";
        if (abilities.Vrf)
            yield return $"link set {name} master {feature.Tenant.Vrf}";
        yield return $"link set {name} mtu {feature.MtuBytes}";
        yield return $"link set {name} up";
    }

    /// <summary>Gives an interface an address. An IPv6 one is used at once: the lab knows it to be unique.</summary>
    internal static string AddressLine(IPAddress address, int bits, string name) =>
        $"addr add {address}/{bits} dev {name}{(FeatureSession.FamilyOf(address) == "ipv6" ? " nodad" : "")}";
}
