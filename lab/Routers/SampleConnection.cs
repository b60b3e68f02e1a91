using System.Globalization;
using Harness.Lab.Routers.MacSec;
using Harness.Lab.Topology;
using Harness.Lab.Wiring;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Lab.Routers;

/// <summary>
/// A connection that the lab makes up by itself, so that traffic can be shown without coordinators: what two of them
/// would have negotiated, one feature for each channel of an interconnect.
/// </summary>
/// <param name="Tenant">The customer.</param>
/// <param name="Interconnect">Id of the interconnect.</param>
/// <param name="Features">For each channel, what was negotiated.</param>
public sealed record SampleConnection(
    Tenant Tenant, string Interconnect, IReadOnlyList<(WiredChannel Channel, L3BaseConfig Config)> Features)
{
    private const int FirstVlan = 1100;
    private const int MtuBytes = 8500;
    private const int MaxPrefixes = 100;
    private const int MostFeatures = 2900;

    /// <summary>Makes up a connection for each customer, the interconnects in turn.</summary>
    /// <param name="wiring">The lab.</param>
    /// <param name="random">Where passwords come from.</param>
    public static IReadOnlyList<SampleConnection> Of(LabWiring wiring, Random random)
    {
        var interconnects = wiring.Topology.Wired.ToArray();
        return interconnects.Length == 0 ? [] : [.. wiring.Tenants.Select(tenant =>
            Between(wiring, tenant, interconnects[(tenant.Number - 1) % interconnects.Length].Id, random))];
    }

    /// <summary>Makes up a connection of a customer on an interconnect. Connections of other customers and on other
    /// interconnects have other subnets and VLAN ids.</summary>
    public static SampleConnection Between(LabWiring wiring, Tenant tenant, string interconnect, Random random) => new(
        tenant,
        interconnect,
        [
            .. wiring.Channels
                .Where(channel => channel.Interconnect.Id == interconnect)
                .Select(channel => (channel, Negotiated(wiring, channel, tenant, random))),
        ]);

    /// <summary>A first key for every channel of the lab, in the kernel's form.</summary>
    public static IReadOnlyDictionary<WiredChannel, SecureAssociation> Keys(LabWiring wiring, Random random) =>
        wiring.Channels.ToDictionary(channel => channel, _ => Key(random, 0));

    /// <summary>A key that is made up, in the kernel's form.</summary>
    public static SecureAssociation Key(Random random, int number) =>
        SecureAssociation.Derive(Hex(random, 16), Hex(random, 16), number);

    /// <summary>The connection's features as the device of a provider, or those of both, have to build them.</summary>
    public IEnumerable<ChannelFeature> FeaturesOf(LabWiring wiring, LabProvider provider) => Features.Select(it =>
        ChannelFeature.Of(wiring, it.Channel, provider.Id, Tenant, it.Config, MaxPrefixes));

    // A block of eight addresses for each customer and channel, above what testbeds keep to themselves.
    private static L3BaseConfig Negotiated(LabWiring wiring, WiredChannel channel, Tenant tenant, Random random)
    {
        var number = ((tenant.Number - 1) * wiring.Channels.Count) + channel.Number - 1;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, MostFeatures, nameof(tenant));
        string Ipv4(int host) => $"169.254.{16 + (number / 32)}.{(number % 32 * 8) + host}";
        string Ipv6(int host) =>
            string.Create(CultureInfo.InvariantCulture, $"fd20:c0:1:{number:x}::{(host == 0 ? "" : $"{host}")}");
        return new L3BaseConfig(
            Ipv4(0),
            30,
            Ipv6(0),
            126,
            MtuBytes,
            FirstVlan + number,
            [
                .. wiring.Topology.Providers.Select((provider, at) => new ProviderBgpConfig(
                    $"{new ProviderName(provider.Id)}", provider.Asn, Ipv4(at + 1), Ipv6(at + 1))),
            ],
            Hex(random, 10));
    }

    private static string Hex(Random random, int octets)
    {
        var bytes = new byte[octets];
        random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
