using System.Net;
using Harness.Lab.Measuring.Routers;
using Harness.Lab.Operating;
using Harness.Lab.Routers;
using Harness.Lab.Wiring;

namespace Harness.Lab.Running;

/// <summary>A route that a router's kernel has once a connection carries traffic.</summary>
/// <param name="Node">Name of the router.</param>
/// <param name="Vrf">The routing table; null for the main one.</param>
/// <param name="Network">The network of the customer's site at the other provider.</param>
/// <param name="Interfaces">All interfaces that packets leave by, in order.</param>
public sealed record ExpectedRoute(string Node, string? Vrf, IPNetwork Network, IReadOnlyList<string> Interfaces)
{
    /// <summary>The command that shows it, for <c>KernelRoute</c> to read.</summary>
    public IReadOnlyList<string> Command =>
    [
        "ip", "-j", Network.BaseAddress.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? "-6" : "-4",
        "route", "show", .. Vrf is null ? [] : new[] { "vrf", Vrf }, "exact", $"{Network}",
    ];

    /// <summary>The routes of a connection: over all devices from the sites, over all channels from the devices
    /// (PRO-07). A device with one channel is left out: without it a site would lack that device.</summary>
    public static IEnumerable<ExpectedRoute> Of(
        LabWiring wiring, SampleConnection connection, RouterAbilities abilities)
    {
        foreach (var provider in wiring.Topology.Providers)
        {
            var features = connection.FeaturesOf(wiring, provider).ToArray();
            var carrying = features.Select(feature => feature.End.Node).ToHashSet(StringComparer.Ordinal);
            var several = features.GroupBy(feature => feature.End.Node)
                .Where(ofDevice => ofDevice.Count() > 1).ToArray();
            var sites = wiring.Sites.Where(site => site.Tenant == connection.Tenant).ToArray();
            foreach (var network in sites.Where(site => site.Site.Provider != provider.Id).SelectMany(NetworksOf))
            {
                foreach (var site in sites.Where(site => site.Site.Provider == provider.Id))
                {
                    yield return new ExpectedRoute(site.Site.Router, null, network, InOrder(site.Attachments
                        .Where(attachment => carrying.Contains(attachment.Device.Node))
                        .Select(attachment => attachment.Site.Interface)));
                }

                foreach (var ofDevice in several)
                {
                    yield return new ExpectedRoute(
                        ofDevice.Key,
                        abilities.Vrf ? connection.Tenant.Vrf : null,
                        network,
                        InOrder(ofDevice.Select(feature => feature.Interface)));
                }
            }
        }
    }

    /// <summary>Looks whether it is there.</summary>
    /// <returns>What is there instead; null where it is.</returns>
    public async Task<string?> MissingAsync(ProviderRouters routers, CancellationToken cancellation)
    {
        var found = KernelRoute.ReadAll(await routers.ReadAsync(Node, Command, cancellation))
            .SelectMany(route => route.Interfaces);
        var inOrder = InOrder(found);
        return inOrder.SequenceEqual(Interfaces)
            ? null
            : $"a route by {string.Join(", ", inOrder.DefaultIfEmpty("none"))}";
    }

    /// <summary>The route in words.</summary>
    public override string ToString() => $"{Node}: {Network} by {string.Join(", ", Interfaces)}";

    private static IEnumerable<IPNetwork> NetworksOf(WiredSite site) => [site.Network.Ipv4, site.Network.Ipv6];

    private static string[] InOrder(IEnumerable<string> interfaces) => [.. interfaces.Order(StringComparer.Ordinal)];
}
