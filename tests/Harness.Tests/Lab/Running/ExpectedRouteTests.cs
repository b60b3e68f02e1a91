using Harness.Lab.Routers;
using Harness.Lab.Running;
using Harness.Lab.Topology;
using Harness.Lab.Wiring;
using NUnit.Framework;

namespace Harness.Tests.Lab.Running;

public sealed class ExpectedRouteTests
{
    private static readonly LabWiring _wiring = LabWiring.Of(TopologyFile.Parse(
        SmallLab.Topology.Replace("devices: {aurora: b, borealis: q}", "devices: {aurora: a, borealis: q}"), "x.yaml"));

    private static readonly SampleConnection _connection = SampleConnection.Of(_wiring, new Random(1)).Single();

    [Test]
    public void A_connection_is_expected_over_all_devices_and_channels_in_both_families_and_directions()
    {
        var routes = ExpectedRoute.Of(_wiring, _connection, RouterAbilities.All).ToArray();

        Assert.That(routes.Select(route => $"{route}"), Is.EquivalentTo([
            "red-aurora: 10.0.2.0/24 by up1",
            "aurora-a: 10.0.2.0/24 by c1v1100, c2v1101",
            "red-aurora: fd1a:2:0:2::/64 by up1",
            "aurora-a: fd1a:2:0:2::/64 by c1v1100, c2v1101",
            "red-borealis: 10.0.1.0/24 by up3, up4",
            "red-borealis: fd1a:2:0:1::/64 by up3, up4",
        ]));
    }

    [Test]
    public void A_device_s_route_is_in_the_customer_s_table()
    {
        var routes = ExpectedRoute.Of(_wiring, _connection, RouterAbilities.All).ToArray();

        Assert.That(
            string.Join(' ', routes.First(route => route.Node == "aurora-a").Command),
            Is.EqualTo("ip -j -4 route show vrf cust1 exact 10.0.2.0/24"));
    }

    [Test]
    public void Without_routing_tables_for_customers_it_is_in_the_main_one()
    {
        var routes = ExpectedRoute.Of(_wiring, _connection, RouterAbilities.All with { Vrf = false });

        Assert.That(routes.Select(route => route.Vrf), Is.All.Null);
    }
}
