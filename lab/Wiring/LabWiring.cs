using System.Net;
using Harness.Lab.Planning;
using Harness.Lab.Topology;

namespace Harness.Lab.Wiring;

/// <summary>A topology with all that is derived from it: interfaces, addresses, wires. Equal topologies give equal
/// ones.</summary>
public sealed class LabWiring
{
    private readonly Dictionary<string, IPAddress> routerIds = new(StringComparer.Ordinal);

    private LabWiring(LabTopology topology)
    {
        Topology = topology;
        Channels = [.. topology.Wired
            .SelectMany(interconnect => interconnect.Channels.Select(channel => (interconnect, channel)))
            .Select((it, at) => Wire(at + 1, it.interconnect, it.channel))];
        Tenants = [.. topology.Customers.Select((customer, at) => new Tenant(customer.Id, at + 1))];
        Sites = Wire(topology);
        Links = [.. Wires()];
        foreach (var (at, node) in Routers.Index())
            routerIds.Add(node, AddressPlan.RouterId(at + 1));
    }

    /// <summary>What it is derived from.</summary>
    public LabTopology Topology { get; }

    /// <summary>The channels of all interconnects that are not only planned, by number.</summary>
    public IReadOnlyList<WiredChannel> Channels { get; }

    /// <summary>The customers, by number.</summary>
    public IReadOnlyList<Tenant> Tenants { get; }

    /// <summary>The sites of all customers.</summary>
    public IReadOnlyList<WiredSite> Sites { get; }

    /// <summary>Every wire.</summary>
    public IReadOnlyList<PlannedLink> Links { get; }

    /// <summary>The devices of both providers.</summary>
    public IEnumerable<LabDevice> Devices => Topology.Providers
        .SelectMany(provider => provider.Devices.Select(device => new LabDevice(provider.Id, device)));

    /// <summary>Names of all routers: devices first, then those of the sites.</summary>
    public IEnumerable<string> Routers =>
        Devices.Select(device => device.Node).Concat(Sites.Select(site => site.Site.Router));

    /// <summary>Names of all hosts.</summary>
    public IEnumerable<string> Hosts => Sites.Select(site => site.Site.Host);

    /// <summary>Derives it.</summary>
    public static LabWiring Of(LabTopology topology) => new(topology);

    /// <summary>The router id of a router.</summary>
    public IPAddress RouterId(string router) => routerIds[router];

    /// <summary>A channel by its ids; null where there is none, or it is only planned.</summary>
    public WiredChannel? Channel(string interconnect, string channel) => Channels.FirstOrDefault(
        wired => wired.Interconnect.Id == interconnect && wired.Channel.Id == channel);

    /// <summary>The channels' ends on a device.</summary>
    public IEnumerable<ChannelEnd> ChannelEndsOf(LabDevice device) => Channels
        .SelectMany(channel => new[] { channel.First, channel.Second })
        .Where(end => end.Device == device);

    /// <summary>The sites that are attached to a device.</summary>
    public IEnumerable<WiredAttachment> AttachmentsOf(LabDevice device) => Sites
        .SelectMany(site => site.Attachments)
        .Where(attachment => attachment.Device.Node == device.Node);

    private static WiredChannel Wire(int number, LabInterconnect interconnect, LabChannel channel) => new(
        number,
        interconnect,
        channel,
        End(number, interconnect, channel, channel.First, 0),
        End(number, interconnect, channel, channel.Second, 1));

    private static ChannelEnd End(
        int number, LabInterconnect interconnect, LabChannel channel, LabDevice device, int end) => new(
        number,
        interconnect.Id,
        channel.Id,
        device,
        [.. Enumerable.Range(1, channel.Members).Select(member => $"c{number}m{member}")],
        channel.Members == 1
            ? AddressPlan.Ethernet(WireKind.Member, number, 1, end)
            : AddressPlan.Ethernet(WireKind.Lag, number, 0, end),
        AddressPlan.Underlay(number, end));

    private List<WiredSite> Wire(LabTopology topology)
    {
        var asns = topology.Providers.ToDictionary(provider => provider.Id, provider => provider.Asn);
        var sites = new List<WiredSite>();
        var attached = 0;
        foreach (var (customer, tenant) in topology.Customers.Zip(Tenants))
        {
            foreach (var site in customer.Sites)
            {
                var attachments = site.Devices
                    .Select(device => Attach(tenant, site, new LabDevice(site.Provider, device), asns, attached++))
                    .ToArray();
                sites.Add(new WiredSite(tenant, site, AddressPlan.Site(sites.Count + 1), attachments));
            }
        }

        return sites;
    }

    private static WiredAttachment Attach(
        Tenant tenant, LabSite site, LabDevice device, Dictionary<string, long> asns, int number) => new(
        tenant,
        new AttachmentEnd(site.Router, $"up{number + 1}", site.Asn, AddressPlan.Attachment(number, 0)),
        new AttachmentEnd(device.Node, $"at{number + 1}", asns[site.Provider], AddressPlan.Attachment(number, 1)));

    private IEnumerable<PlannedLink> Wires()
    {
        foreach (var channel in Channels)
        {
            foreach (var (at, member) in channel.First.Members.Index())
                yield return Link(
                    WireKind.Member, channel.Number, at + 1, (channel.First.Node, member),
                    (channel.Second.Node, channel.Second.Members[at]));
        }

        foreach (var (at, attachment) in Sites.SelectMany(site => site.Attachments).Index())
            yield return Link(
                WireKind.Attachment, at + 1, 0, (attachment.Site.Node, attachment.Site.Interface),
                (attachment.Device.Node, attachment.Device.Interface));
        foreach (var (at, site) in Sites.Index())
            yield return Link(
                WireKind.Site, at + 1, 0, (site.Site.Router, WiredSite.Inside),
                (site.Site.Host, WiredSite.HostInterface));
    }

    private static PlannedLink Link(
        WireKind kind, int number, int member, (string Node, string Name) a, (string Node, string Name) b) => new(
        new LinkEnd(a.Node, a.Name, AddressPlan.Ethernet(kind, number, member, 0)),
        new LinkEnd(b.Node, b.Name, AddressPlan.Ethernet(kind, number, member, 1)));
}
