using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using Harness.Simulator.State;
using NUnit.Framework;

namespace Harness.Tests.Simulator;

public sealed class PartnerTests
{
    [Test]
    public async Task What_the_test_put_is_what_the_target_reads()
    {
        await using var fixture = await PartnerFixture.StartAsync();
        var mine = PartnerFixture.Self.Environment("env-1").Interconnect("ix1").Connection("c-1");
        var feature = new Feature(
            mine.Feature("f").ToString(),
            mine.Interconnect.Channel("east-7").ToString(),
            ProvisioningState: ProvisioningState.Final);
        fixture.Partner.State.PutConnection(
            new Connection(mine.ToString(), "secret", 100).Below(PartnerFixture.Target),
            feature.Below(PartnerFixture.Target));

        var name = mine.Below(PartnerFixture.Target);
        var connection = await fixture.AsTarget.GetConnectionAsync(name);
        var features = await fixture.AsTarget.ListFeaturesAsync(name);

        Assert.That(connection.ValueOrDefault?.Name, Is.EqualTo(name.ToString()));
        Assert.That(connection.ValueOrDefault?.ActivationKey, Is.Null);
        Assert.That(features.ValueOrDefault?.Features, Has.Count.EqualTo(1));
        Assert.That(
            features.ValueOrDefault!.Features![0].Channel,
            Is.EqualTo(name.Interconnect.Channel("east-7").ToString()));
    }

    [Test]
    public async Task Nothing_lies_below_another_providers_prefix()
    {
        await using var fixture = await PartnerFixture.StartAsync();
        fixture.PutConnection();
        var foreign = PartnerFixture.Connection.Below(new ProviderName("cirrus"));

        Assert.That((await fixture.AsTarget.GetConnectionAsync(foreign)).Status, Is.EqualTo(404));
        Assert.That((await fixture.AsTarget.GetProviderAsync(new("cirrus"))).Status, Is.EqualTo(404));
        Assert.That((await fixture.AsTarget.GetProviderAsync(PartnerFixture.Self)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Statics_are_listed_page_by_page()
    {
        await using var fixture = await PartnerFixture.StartAsync();

        var first = await fixture.AsTarget.ListChannelsAsync(PartnerFixture.Interconnect, 2);
        var second = await fixture.AsTarget.ListChannelsAsync(
            PartnerFixture.Interconnect, 2, first.ValueOrDefault?.NextPageToken);
        var forged = await fixture.AsTarget.ListChannelsAsync(PartnerFixture.Interconnect, 2, "forged");

        Assert.That(first.ValueOrDefault?.Channels, Has.Count.EqualTo(2));
        Assert.That(second.ValueOrDefault?.Channels, Has.Count.EqualTo(1));
        Assert.That(second.ValueOrDefault?.NextPageToken, Is.Null);
        Assert.That(forged.Status, Is.EqualTo(400));
    }

    [Test]
    public async Task An_update_is_kept_where_it_fits_and_refused_where_it_does_not()
    {
        await using var fixture = await PartnerFixture.StartAsync();
        fixture.PutConnection(100);
        fixture.Partner.State.PutConnection(
            new Connection(PartnerFixture.Interconnect.Connection("other").ToString(), BandwidthMbps: 1001));

        var unsupported = await fixture.AsTarget.UpdateConnectionAsync(
            PartnerFixture.Connection, new Connection(BandwidthMbps: 101));
        var full = await fixture.AsTarget.UpdateConnectionAsync(
            PartnerFixture.Connection, new Connection(BandwidthMbps: 1000));
        var masked = await fixture.AsTarget.UpdateConnectionAsync(
            PartnerFixture.Connection, new Connection(BandwidthMbps: 100), "adminState");

        Assert.That(unsupported.Status, Is.EqualTo(400));
        Assert.That(full.Status, Is.EqualTo(409));
        Assert.That(masked.Status, Is.EqualTo(400));
        Assert.That(fixture.Partner.State.Connections.Get(PartnerFixture.Connection)?.BandwidthMbps, Is.EqualTo(100));
    }

    [Test]
    public async Task A_deleted_connection_takes_its_features_with_it()
    {
        await using var fixture = await PartnerFixture.StartAsync();
        var feature = PartnerFixture.Connection.Feature("f");
        fixture.PutConnection(100, new Feature(feature.ToString()));

        Assert.That((await fixture.AsTarget.DeleteConnectionAsync(PartnerFixture.Connection)).Response.Text,
            Is.EqualTo("{}"));
        Assert.That((await fixture.AsTarget.GetFeatureAsync(feature)).Status, Is.EqualTo(404));
        Assert.That((await fixture.AsTarget.DeleteConnectionAsync(PartnerFixture.Connection)).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task A_connection_needs_a_confirmed_key_and_uses_it_up()
    {
        await using var fixture = await PartnerFixture.StartAsync();
        var environment = PartnerFixture.Interconnect.Environment;
        var key = Convert.ToBase64String("{}"u8);
        fixture.Partner.State.Keys.Issue(key);
        var proposal = new Connection(ActivationKey: key, BandwidthMbps: 1000);

        var early = await fixture.AsTarget.CreateConnectionAsync(PartnerFixture.Connection, proposal);
        var confirmed = await fixture.AsTarget.ConfirmActivationKeyAsync(environment, new(EncodedKey: key));
        var created = await fixture.AsTarget.CreateConnectionAsync(PartnerFixture.Connection, proposal);
        var again = await fixture.AsTarget.ConfirmActivationKeyAsync(environment, new(EncodedKey: key));

        Assert.That(early.Status, Is.EqualTo(400));
        Assert.That(confirmed.ValueOrDefault?.KeyValid, Is.True);
        Assert.That(created.ValueOrDefault?.VerificationState, Is.EqualTo(VerificationState.Unverified));
        Assert.That(again.ValueOrDefault?.KeyValid, Is.False);
    }

    [TestCase(null, 400)]
    [TestCase(false, 400)]
    [TestCase(true, 200)]
    public async Task A_deferral_is_taken_over_where_the_environment_always_defers(bool? defers, int status)
    {
        await using var fixture = await PartnerFixture.StartAsync();
        var environment = PartnerFixture.Interconnect.Environment;
        fixture.Partner.State.Environments.Put(new($"{environment}", DeferConnectionProvisioning: defers));
        var key = Convert.ToBase64String("{}"u8);
        fixture.Partner.State.Keys.Issue(key);
        await fixture.AsTarget.ConfirmActivationKeyAsync(environment, new(EncodedKey: key));

        var answer = await fixture.AsTarget.CreateConnectionAsync(
            PartnerFixture.Connection,
            new Connection(ActivationKey: key, BandwidthMbps: 1000, DeferProvisioning: true));

        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [Test]
    public async Task A_key_is_taken_from_the_channels_manager_only_and_its_material_not_shown_again()
    {
        await using var fixture = await PartnerFixture.StartAsync();
        var managed = PartnerFixture.Interconnect.Channel("east-7").MacSecKey("k1");
        var foreign = PartnerFixture.Interconnect.Channel("west-2").MacSecKey("k1");
        var key = new MacSecKey(Cak: new string('a', 32), Ckn: "01");

        var accepted = await fixture.AsTarget.CreateMacSecKeyAsync(managed, key);
        var refused = await fixture.AsTarget.CreateMacSecKeyAsync(foreign, key);
        var active = await fixture.AsTarget.DeleteMacSecKeyAsync(managed);

        Assert.That(accepted, Is.InstanceOf<ApiResult<MacSecKey>.Success>());
        Assert.That(accepted.Response.Text, Does.Not.Contain(key.Cak));
        Assert.That(refused.Status, Is.EqualTo(409));
        Assert.That(active.Status, Is.EqualTo(409));
    }

    [Test]
    public async Task A_caller_without_the_token_is_refused_and_entered()
    {
        await using var fixture = await PartnerFixture.StartAsync(options => options with { InboundToken = "t" });

        var refused = await fixture.AsTarget.GetProviderAsync(PartnerFixture.Self);
        var let = await fixture.AsTarget
            .With(fixture.AsTarget.Options with { Authentication = new BearerAuthentication("t") })
            .GetProviderAsync(PartnerFixture.Self);

        Assert.That(refused.Status, Is.EqualTo(401));
        Assert.That(let.Status, Is.EqualTo(200));
        Assert.That(fixture.Journal.Query.Of(PublishedOperations.GetProvider).Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_body_that_is_too_large_is_answered_413()
    {
        await using var fixture = await PartnerFixture.StartAsync(options => options with { MaxRequestBytes = 100 });

        var response = await fixture.AsTarget.SendAsync(
            HttpMethod.Post, $"{PartnerFixture.Connection}/NotifyConnectionStatus",
            RequestBody.Text(new string(' ', 101)));

        Assert.That(response.Status, Is.EqualTo(413));
    }
}
