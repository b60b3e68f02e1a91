using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Protocol.Json;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Features.World;

/// <summary>A feature that the partner proposed, as it was sent.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Body">The whole body, subnets as address and length.</param>
/// <param name="Maker">What made it, with the channel's guidance.</param>
public sealed record ProposedFeature(FeatureName Name, JsonObject Body, ProposalMaker Maker)
{
    public string Channel => Json.Text(Body, "channel") ?? "";

    /// <summary>The layer 3 configuration within the body, to be changed freely.</summary>
    public JsonObject L3 => Json.Below(Json.Below(Body, "featureConfig"), "l3BaseConfig");

    /// <summary>The configuration as a record; null where it was made unreadable on purpose.</summary>
    public FeatureConfig? Config => Body["featureConfig"].Deserialize(ProtocolJson.Default.FeatureConfig);

    public int Vlan => (int)(Json.Number(L3, "vlanId") ?? 0);

    public IPNetwork Ipv4 => Subnet("ipv4Subnet");

    public IPNetwork? Ipv6 => L3["ipv6Subnet"] is null ? null : Subnet("ipv6Subnet");

    /// <summary>The same proposal with a body of its own, to be changed freely.</summary>
    public ProposedFeature Copy() => this with { Body = Json.Copy(Body) };

    /// <summary>Sets a subnet and moves both providers' hosts into it.</summary>
    /// <param name="subnet">IPv4 or IPv6, by its family.</param>
    public void Move(IPNetwork subnet)
    {
        var (field, host) = Subnets.Bits(subnet.BaseAddress.AddressFamily) == 32
            ? ("ipv4Subnet", "hostIpv4")
            : ("ipv6Subnet", "hostIpv6");
        L3[field] = subnet.BaseAddress.ToString();
        L3[field + "PrefixLength"] = subnet.PrefixLength;
        var ends = Json.List(L3, "providerBgpConfigs");
        for (var i = 0; i < ends.Count; i++)
            ends[i][host] = ProposalMaker.Host(subnet, i);
    }

    private IPNetwork Subnet(string field) => new(
        IPAddress.Parse(Json.Text(L3, field)!),
        (int)Json.Number(L3, field + "PrefixLength")!.Value);
}
