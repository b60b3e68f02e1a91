using System.Net;
using NUnit.Framework;
using static Harness.Tests.Reference.Negotiation;

namespace Harness.Tests.Reference.Features;

[TestFixture]
public sealed class FeatureReservationTests : FeatureFixture
{
    [Test]
    public async Task A_vlan_is_taken_on_its_channel_only()
    {
        await reference.ProposeFeatureAsync(connection, "f1", Feature(number: 1)).AcceptedAsync();
        var other = Connection(await reference.PlaceAsync());
        var sameVlan = Feature(number: 2);
        sameVlan.Config()["vlanId"] = 1025;
        var elsewhere = Feature("ix1", "ch2", 2);
        elsewhere.Config()["vlanId"] = 1025;

        await reference.ProposeFeatureAsync(other, "f1", sameVlan).RefusedAsync(409, "FEA-07");
        await reference.ProposeFeatureAsync(other, "f2", elsewhere).AcceptedAsync();
        await reference.ProposeFeatureAsync(other, "f1", Feature(number: 2)).AcceptedAsync();
    }

    [TestCase("169.254.1.8", 29, 409)]
    [TestCase("169.254.1.8", 30, 409)]
    [TestCase("169.254.1.12", 30, 409)]
    [TestCase("169.254.1.4", 30, 200)]
    [TestCase("169.254.1.16", 30, 200)]
    public async Task A_subnet_that_overlaps_one_of_the_channel_is_a_conflict(string subnet, int length, int status)
    {
        await reference.ProposeFeatureAsync(connection, "f1", Feature(number: 1)).AcceptedAsync();
        var other = Connection(await reference.PlaceAsync());
        var proposal = WithIpv4(subnet, length);
        proposal.Config()["vlanId"] = 3100;

        using var answer = await reference.ProposeFeatureAsync(other, "f1", proposal);

        Assert.That((int)answer.StatusCode, Is.EqualTo(status), await answer.Content.ReadAsStringAsync());
    }

    [TestCase("fd20:c0:0:1::", 64, 409)]
    [TestCase("fd20:c0:0:1:ffff:ffff:ffff:fffc", 126, 409)]
    [TestCase("fd20:c0:0:2::", 126, 200)]
    public async Task An_ipv6_subnet_that_overlaps_one_of_the_channel_is_a_conflict(
        string subnet, int length, int status)
    {
        var first = Feature(number: 1);
        first.Config()["ipv6Subnet"] = "fd20:c0:0:1::";
        first.Config()["ipv6SubnetPrefixLength"] = 64;
        await reference.ProposeFeatureAsync(connection, "f1", first).AcceptedAsync();
        var other = Connection(await reference.PlaceAsync());
        var proposal = Feature(number: 2);
        proposal.Config()["ipv6Subnet"] = subnet;
        proposal.Config()["ipv6SubnetPrefixLength"] = length;

        using var answer = await reference.ProposeFeatureAsync(other, "f1", proposal);

        Assert.That((int)answer.StatusCode, Is.EqualTo(status), await answer.Content.ReadAsStringAsync());
    }

    [Test]
    public async Task A_connection_has_one_feature_per_channel_and_ids_once()
    {
        await reference.ProposeFeatureAsync(connection, "f1", Feature(number: 1)).AcceptedAsync();

        await reference.ProposeFeatureAsync(connection, "f1", Feature("ix1", "ch2", 2)).RefusedAsync(409, "FEA-08");
        await reference.ProposeFeatureAsync(connection, "f2", Feature(number: 2)).RefusedAsync(409, "FEA-08");
    }

    [Test]
    public async Task A_refused_proposal_leaves_no_reservation_behind()
    {
        var wrong = Feature();
        wrong.Config()["mtuBytes"] = 1;
        await reference.ProposeFeatureAsync(connection, "f1", wrong).RefusedAsync(400, "FEA-02");
        var other = Connection(await reference.PlaceAsync());

        await reference.ProposeFeatureAsync(other, "f1", Feature()).AcceptedAsync();
        await reference.ProposeFeatureAsync(connection, "f1", Feature()).RefusedAsync(409, "FEA-07");
        await reference.ProposeFeatureAsync(connection, "f1", Feature("ix1", "ch2")).AcceptedAsync();
    }

    [Test]
    public async Task A_deleted_feature_frees_its_vlan_and_subnet_and_leaves_the_rest()
    {
        await reference.ProposeAllAsync(uuid);
        var other = Connection(await reference.PlaceAsync());

        await reference.Borealis.DeleteAsync($"{connection}/features/f1").AcceptedAsync();

        Assert.That(
            await reference.StatusAsync($"{connection}/features/f1"), Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await reference.StatusAsync($"{connection}/features/f2"), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await reference.StatusAsync(connection), Is.EqualTo(HttpStatusCode.OK));
        await reference.ProposeFeatureAsync(other, "f1", Feature()).AcceptedAsync();
        await reference.Borealis.DeleteAsync($"{connection}/features/f1").RefusedAsync(404, "COM-02");
    }
}
