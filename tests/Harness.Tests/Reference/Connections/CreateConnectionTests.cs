using System.Net;
using Harness.Reference.Negotiations;
using NUnit.Framework;
using static Harness.Tests.Reference.Negotiation;

namespace Harness.Tests.Reference.Connections;

[TestFixture]
public sealed class CreateConnectionTests
{
    [Test]
    public async Task An_accepted_connection_is_unverified_and_reserves_its_bandwidth_at_once()
    {
        await using var reference = await TestReference.StartAsync();
        var (uuid, key) = await reference.IntendAsync();

        var created = await reference.ProposeAsync(Ix(), uuid, key).AcceptedAsync();

        Assert.That((string?)created["name"], Is.EqualTo($"{Ix()[1..]}/connections/{uuid}"));
        Assert.That((int)created["bandwidthMbps"]!, Is.EqualTo(1000));
        Assert.That((string?)created["verificationState"], Is.EqualTo("VERIFICATION_STATE_UNVERIFIED"));
        Assert.That((string?)created["adminState"], Is.EqualTo("ADMIN_STATE_ENABLED"));
        Assert.That(created["activationKey"], Is.Null);
        Assert.That(await reference.ReservedAsync(), Is.EqualTo(1000));
        var read = await reference.Borealis.GetJsonAsync(Connection(uuid));
        Assert.That(read.ToJsonString(), Is.EqualTo(created.ToJsonString()));
    }

    [Test]
    public async Task The_same_connection_on_the_same_interconnect_is_a_conflict_and_reserves_nothing_more()
    {
        await using var reference = await TestReference.StartAsync();
        var (uuid, key) = await reference.IntendAsync();
        await reference.ProposeAsync(Ix(), uuid, key).AcceptedAsync();

        await reference.ProposeAsync(Ix(), uuid, key).RefusedAsync(409, "CON-03");

        Assert.That(await reference.ReservedAsync(), Is.EqualTo(1000));
    }

    [Test]
    public async Task Exactly_the_last_bandwidth_fits_and_one_Mbps_more_does_not()
    {
        await using var reference = await TestReference.StartAsync();
        var last = await reference.IntendAsync(5000);
        var one = await reference.IntendAsync(1);
        await reference.PlaceAsync(mbps: 5000);

        await reference.ProposeAsync(Ix(), last.Uuid, last.Key, 5000).AcceptedAsync();
        await reference.ProposeAsync(Ix(), one.Uuid, one.Key, 1).RefusedAsync(409, "CON-04");

        Assert.That(await reference.ReservedAsync(), Is.EqualTo(10_000));
        await reference.ProposeAsync(Ix("ix2"), one.Uuid, one.Key, 1).AcceptedAsync();
    }

    [TestCase("ix-pending")]
    [TestCase("ix-closed")]
    public async Task An_interconnect_that_is_not_active_takes_no_connection(string ix)
    {
        await using var reference = await TestReference.StartAsync();
        var (uuid, key) = await reference.IntendAsync();

        await reference.ProposeAsync(Ix(ix), uuid, key).RefusedAsync(409, "IXC-01");

        Assert.That(await reference.StatusAsync(Connection(uuid, ix)), Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(999)]
    [TestCase(20_000)]
    [TestCase(null)]
    public async Task A_size_that_is_not_on_offer_is_refused(int? mbps)
    {
        await using var reference = await TestReference.StartAsync();
        var (uuid, key) = await reference.IntendAsync();

        await reference.ProposeAsync(Ix(), uuid, key, mbps).RefusedAsync(400, "CON-05");

        Assert.That(await reference.ReservedAsync(), Is.Zero);
    }

    [Test]
    public async Task Without_an_established_intent_nothing_is_placed()
    {
        await using var reference = await TestReference.StartAsync();
        var confirmed = await reference.IntendAsync();
        var unconfirmed = await reference.IssueAsync();
        const string Unknown = "11111111-2222-4333-8444-555555555555";

        await reference.ProposeAsync(Ix(), confirmed.Uuid, null).RefusedAsync(400, "CON-06");
        await reference.ProposeAsync(Ix(), confirmed.Uuid, "rubbish").RefusedAsync(400, "CON-06");
        await reference.ProposeAsync(Ix(), confirmed.Uuid, unconfirmed.Key).RefusedAsync(400, "CON-06");
        await reference.ProposeAsync(Ix(), unconfirmed.Uuid, unconfirmed.Key).RefusedAsync(400, "CON-06");
        await reference.ProposeAsync(Ix(), Unknown, confirmed.Key).RefusedAsync(400, "CON-06");

        Assert.That(await reference.ReservedAsync(), Is.Zero);
        await reference.ProposeAsync(Ix(), confirmed.Uuid, confirmed.Key).AcceptedAsync();
    }

    [Test]
    public async Task Another_bandwidth_or_environment_than_the_intent_is_refused()
    {
        await using var reference = await TestReference.StartAsync();
        var (uuid, key) = await reference.IntendAsync();

        await reference.ProposeAsync(Ix(), uuid, key, 2000).RefusedAsync(400, "CON-07");
        await reference.ProposeAsync(Ix("ix1", "env-2"), uuid, key).RefusedAsync(400, "CON-07");
    }

    [Test]
    public async Task Output_only_and_unknown_fields_are_ignored()
    {
        await using var reference = await TestReference.StartAsync();
        var (uuid, key) = await reference.IntendAsync();

        var created = await reference.Borealis.PostJsonAsync(
            $"{Ix()}/connections?connectionId={uuid}",
            $$"""
            {"activationKey":"{{key}}","bandwidthMbps":1000,"name":"providers/x","future":{"a":[1]},
             "verificationState":"VERIFICATION_STATE_VERIFIED","adminState":"ADMIN_STATE_DISABLED"}
            """).AcceptedAsync();

        Assert.That((string?)created["name"], Does.EndWith($"/connections/{uuid}"));
        Assert.That((string?)created["verificationState"], Is.EqualTo("VERIFICATION_STATE_UNVERIFIED"));
        Assert.That((string?)created["adminState"], Is.EqualTo("ADMIN_STATE_ENABLED"));
    }

    [TestCase("""{"bandwidthMbps":"1000"}""")]
    [TestCase("""{"bandwidthMbps":1000.5}""")]
    [TestCase("""{"bandwidthMbps":99999999999}""")]
    [TestCase("""{"activationKey":{}}""")]
    [TestCase("""{"verificationState":"NONSENSE"}""")]
    [TestCase("{")]
    public async Task A_body_of_the_wrong_shape_is_refused(string body)
    {
        await using var reference = await TestReference.StartAsync();

        await reference.Borealis.PostJsonAsync($"{Ix()}/connections?connectionId=x", body).RefusedAsync(400, "COM-05");
    }

    [TestCase("", "COM-08")]
    [TestCase("?connectionId=", "COM-08")]
    [TestCase("?connectionId=a%2Fb", "COM-05")]
    [TestCase("?connectionId=..", "COM-05")]
    public async Task A_create_names_an_id_that_can_be_used(string query, string requirement)
    {
        await using var reference = await TestReference.StartAsync();

        await reference.Borealis.PostJsonAsync($"{Ix()}/connections{query}", """{"bandwidthMbps":1000}""")
            .RefusedAsync(400, requirement);
    }

    [Test]
    public async Task Deferred_provisioning_is_declined_with_400_by_a_coordinator_that_takes_nothing_over()
    {
        await using var reference = await TestReference.StartAsync(
            options => options with { Negotiation = new NegotiationOptions { TakesOver = false } });
        var (uuid, key) = await reference.IntendAsync();

        await reference.Borealis.PostJsonAsync(
            $"{Ix()}/connections?connectionId={uuid}",
            $$"""{"activationKey":"{{key}}","bandwidthMbps":1000,"deferProvisioning":true}""")
            .RefusedAsync(400, "DFR-01");

        await reference.ProposeAsync(Ix(), uuid, key).AcceptedAsync();
    }

    [TestCase("ix9", "env-1")]
    [TestCase("ix1", "env-9")]
    public async Task Below_a_parent_that_is_not_there_all_is_404(string ix, string environment)
    {
        await using var reference = await TestReference.StartAsync();
        var parent = Ix(ix, environment);

        await reference.ProposeAsync(parent, "any", null).RefusedAsync(404, "COM-02");
        await reference.Borealis.GetAsync($"{parent}/connections").RefusedAsync(404, "COM-02");
        await reference.Borealis.GetAsync($"{parent}/connections/any").RefusedAsync(404, "COM-02");
        await reference.Borealis.DeleteAsync($"{parent}/connections/any").RefusedAsync(404, "COM-02");
        await reference.Borealis.PatchAsync($"{parent}/connections/any", Answers.Body("""{"bandwidthMbps":50}"""))
            .RefusedAsync(404, "COM-02");
        await reference.Borealis.PostJsonAsync($"{parent}/connections/any/NotifyConnectionStatus", "{}")
            .RefusedAsync(404, "COM-02");
    }
}
