using Harness.Lab.Topology;
using Harness.Lab.Wiring;

namespace Harness.Lab.Routers;

/// <summary>What each node is when the lab comes up, before any connection: lines for <c>ip -batch</c> and
/// <c>frr.conf</c>, from one template for each kind of router.</summary>
/// <param name="wiring">The lab.</param>
/// <param name="abilities">What the routers' kernel can do.</param>
public sealed class RouterConfiguration(LabWiring wiring, RouterAbilities abilities)
{
    // Looked at last: what no route of the customer matches ends here and not in another table.
    private const uint LastMetric = 4278198272;

    private const string LoopbackUp = "link set lo up";

    /// <summary>Lines for <c>ip -batch</c> on a device.</summary>
    public IReadOnlyList<string> WiringOf(LabDevice device)
    {
        var attachments = wiring.AttachmentsOf(device).ToArray();
        var tenants = abilities.Vrf ? attachments.Select(attachment => attachment.Tenant).Distinct() : [];
        return
        [
            LoopbackUp,
            .. tenants.SelectMany(VrfLines),
            .. attachments.SelectMany(it => AttachmentLines(it.Device, abilities.Vrf ? it.Tenant.Vrf : null)),
            .. wiring.ChannelEndsOf(device).SelectMany(
                end => ChannelLink.Lines(end, wiring.Channels[end.Channel - 1].PeerOf(end), abilities)),
        ];
    }

    /// <summary>Lines for <c>ip -batch</c> on a site's router.</summary>
    public static IReadOnlyList<string> WiringOf(WiredSite site) =>
    [
        LoopbackUp,
        .. site.Attachments.SelectMany(attachment => AttachmentLines(attachment.Site, null)),
        .. InsideLines(WiredSite.Inside, site.Network, site.Network.Gateway),
    ];

    /// <summary>Lines for <c>ip -batch</c> on a site's host.</summary>
    public static IReadOnlyList<string> HostWiringOf(WiredSite site) =>
    [
        LoopbackUp,
        .. InsideLines(WiredSite.HostInterface, site.Network, site.Network.Host),
        $"route add 0.0.0.0/0 via {site.Network.Gateway.Ipv4}",
        $"route add ::/0 via {site.Network.Gateway.Ipv6}",
    ];

    /// <summary><c>frr.conf</c> of a device.</summary>
    public IReadOnlyList<RouterLine> FrrOf(LabDevice device) => FrrTemplate.Lines(
        "device",
        ("common", Common(device.Node)),
        ("tenants", wiring.AttachmentsOf(device)
            .GroupBy(attachment => $"{attachment.Device.Asn}{(abilities.Vrf ? $" vrf {attachment.Tenant.Vrf}" : "")}")
            .SelectMany(group => FrrTemplate.Lines(
                "device-tenant",
                ("instance", group.Key),
                ("routerId", wiring.RouterId(device.Node)),
                ("neighbours", group.SelectMany(it => Sessions(it.Device, it.Site, filter: null)))))));

    /// <summary><c>frr.conf</c> of a site's router.</summary>
    public IReadOnlyList<RouterLine> FrrOf(WiredSite site) => FrrTemplate.Lines(
        "site",
        ("common", Common(site.Site.Router)),
        ("asn", site.Site.Asn),
        ("routerId", wiring.RouterId(site.Site.Router)),
        ("ipv4", site.Network.Ipv4),
        ("ipv6", site.Network.Ipv6),
        ("neighbours", site.Attachments.SelectMany(it => Sessions(it.Site, it.Device, filter: "OWN"))));

    private static IReadOnlyList<RouterLine> Common(string hostname) =>
        FrrTemplate.Lines("common", ("hostname", hostname));

    private static IEnumerable<RouterLine> Sessions(AttachmentEnd own, AttachmentEnd peer, string? filter) =>
        new[] { peer.Addresses.Ipv4, peer.Addresses.Ipv6 }.SelectMany(address => FrrTemplate.Lines(
            "attachment",
            ("address", address),
            ("asn", peer.Asn),
            ("description", $"{own.Interface} to {peer.Node}"),
            ("family", FeatureSession.FamilyOf(address)),
            ("filter", filter)));

    private static IEnumerable<string> VrfLines(Tenant tenant) =>
    [
        $"link add {tenant.Vrf} type vrf table {tenant.Table}",
        $"link set {tenant.Vrf} up",
        $"route add unreachable 0.0.0.0/0 table {tenant.Table} metric {LastMetric}",
        $"route add unreachable ::/0 table {tenant.Table} metric {LastMetric}",
    ];

    private static IEnumerable<string> AttachmentLines(AttachmentEnd end, string? vrf) =>
    [
        .. vrf is null ? [] : new[] { $"link set {end.Interface} master {vrf}" },
        $"link set {end.Interface} mtu {ChannelLink.WireMtu}",
        FeatureChanges.AddressLine(end.Addresses.Ipv4, AddressPlan.PairBits, end.Interface),
        FeatureChanges.AddressLine(end.Addresses.Ipv6, AddressPlan.Ipv6PairBits, end.Interface),
        $"link set {end.Interface} up",
    ];

    private static IEnumerable<string> InsideLines(string name, CustomerNetwork network, AddressPair own) =>
    [
        $"link set {name} mtu {ChannelLink.WireMtu}",
        FeatureChanges.AddressLine(own.Ipv4, network.Ipv4.PrefixLength, name),
        FeatureChanges.AddressLine(own.Ipv6, network.Ipv6.PrefixLength, name),
        $"link set {name} up",
    ];
}
