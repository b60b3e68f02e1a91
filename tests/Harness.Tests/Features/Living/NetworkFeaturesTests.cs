using Harness.Features.Living;
using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using Harness.Simulator.State;
using Harness.Tests.Reference;
using Harness.Tests.Simulator;
using NUnit.Framework;

namespace Harness.Tests.Features.Living;

/// <summary>What a living partner says of its features is what its network has.</summary>
public sealed class NetworkFeaturesTests
{
    private static readonly ChannelName East = LivingFixture.Interconnect.Channel("east-7");
    private static readonly InterconnectName Other = PartnerFixture.Target.Environment("env-1").Interconnect("ix2");

    private LivingFixture fixture = null!;

    [SetUp]
    public async Task Start() => fixture = await LivingFixture.StartAsync();

    [TearDown]
    public Task Stop() => fixture.DisposeAsync().AsTask();

    [Test]
    public async Task A_feature_is_FINAL_and_the_target_told_once_the_network_has_it()
    {
        fixture.Network.Hold("activate");
        fixture.Agree();

        await fixture.AskedInATurnAsync("activate west-2");
        var before = (fixture.States, fixture.Called(PublishedOperations.NotifyConnectionStatus));
        fixture.Network.Let("activate");
        await fixture.CalledAsync(PublishedOperations.NotifyConnectionStatus);

        Assert.Multiple(() =>
        {
            Assert.That(before.States, Is.EqualTo(new[] { ProvisioningState.Pending, ProvisioningState.Pending }));
            Assert.That(before.Item2, Is.Zero);
            Assert.That(fixture.States, Is.EqualTo(new[] { ProvisioningState.Final, ProvisioningState.Final }));
        });
    }

    [Test]
    public async Task A_feature_is_brought_up_for_the_account_of_its_customer()
    {
        var answer = await fixture.Living.AskAsync(
            new Wish.Create("env-1", 1000, "customer-7", "acct-b"), CancellationToken.None);
        var connection = LivingFixture.Interconnect.Connection(answer.Text("connectionId")!);

        fixture.State.PutConnection(
            new Connection($"{connection}", BandwidthMbps: 1000),
            LivingFixture.FeatureOn("east-7", 1101, connection),
            LivingFixture.FeatureOn("west-2", 1101, connection));
        await fixture.Network.AskedAsync("activate west-2");

        Assert.That(fixture.Network.Accounts, Is.EqualTo(new[] { "customer-7", "customer-7" }));
    }

    [Test]
    public async Task A_feature_goes_away_and_the_target_is_told_once_it_is_drained()
    {
        fixture.Network.Hold("drain");
        await fixture.ProvisionAsync();

        await fixture.AskAsync(new Wish.DropFeature(LivingFixture.Connection.Id, East));
        await fixture.AskedInATurnAsync("drain east-7");
        var before = (fixture.States.Count, fixture.Called(PublishedOperations.DeleteFeature));
        fixture.Network.Let("drain");
        await fixture.CalledAsync(PublishedOperations.DeleteFeature);
        await fixture.Network.AskedAsync("deactivate east-7");

        Assert.That(before, Is.EqualTo((2, 0)));
        Assert.That(fixture.State.Features.Get(LivingFixture.Connection.Feature("east-7")), Is.Null);
    }

    [Test]
    public async Task A_feature_that_never_came_to_be_in_the_network_is_not_drained()
    {
        fixture.Network.Hold("activate");
        fixture.Agree();
        await fixture.AskedInATurnAsync("activate west-2");

        await fixture.AskAsync(new Wish.DropFeature(LivingFixture.Connection.Id, East));
        await fixture.Network.AskedAsync("deactivate east-7");

        Assert.That(fixture.Network.Asked, Has.None.StartsWith("drain"));
    }

    [Test]
    public async Task What_the_target_has_deleted_is_taken_away()
    {
        await fixture.ProvisionAsync();

        await fixture.AsTarget.DeleteConnectionAsync(LivingFixture.Connection);
        await fixture.Network.AskedAsync("deactivate east-7");
        await fixture.Network.AskedAsync("deactivate west-2");

        Assert.That(fixture.Network.Asked, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task The_old_place_of_a_connection_that_moves_is_left_once_it_is_drained()
    {
        fixture.Network.Hold("drain");
        await fixture.ProvisionAsync();
        PutOther();
        await fixture.AskAsync(new Wish.Migrate(LivingFixture.Connection.Id, Other.Id));
        var moved = Other.Connection(LivingFixture.Connection.Id);
        await Eventually.SeeAsync(
            "the target to have both features",
            () => Task.FromResult(fixture.Targets.Features.Children(moved.Below(PartnerFixture.Self)).Count),
            count => count == 2);
        VerifyThere(moved);
        await fixture.AsTarget.NotifyConnectionStatusAsync(moved);

        await fixture.AskedInATurnAsync("drain east-7");
        await fixture.AskedInATurnAsync("drain west-2");
        var before = (fixture.States.Count, fixture.Called(PublishedOperations.DeleteConnection));
        fixture.Network.Let("drain");
        await fixture.CalledAsync(PublishedOperations.DeleteConnection);

        Assert.That(before, Is.EqualTo((2, 0)));
        Assert.That(fixture.State.Connections.Get(LivingFixture.Connection), Is.Null);
        Assert.That(fixture.State.Connections.Get(moved)?.VerificationState, Is.EqualTo(VerificationState.Verified));
    }

    [Test]
    public async Task While_a_connection_moves_no_two_of_its_features_have_one_subnet()
    {
        await fixture.ProvisionAsync();
        PutOther();

        await fixture.AskAsync(new Wish.Migrate(LivingFixture.Connection.Id, Other.Id));
        var moved = await Eventually.SeeAsync(
            "two features in the new place",
            () => Task.FromResult(fixture.State.Features.Children(Other.Connection(LivingFixture.Connection.Id))),
            features => features.Count == 2);

        var old = fixture.State.Features.Children(LivingFixture.Connection);
        Assert.That(old.Concat(moved).Select(it => it.FeatureConfig?.L3BaseConfig?.Ipv4Subnet), Is.Unique);
    }

    [Test]
    public async Task The_features_of_a_channel_are_drained_from_shortly_before_its_maintenance_to_its_end()
    {
        await fixture.ProvisionAsync();
        var window = LivingFixture.Start.AddHours(1);
        await fixture.AskAsync(new Wish.Maintain(East, window, window.AddHours(1)));
        fixture.Clock.MoveTo(window.AddMinutes(-6));
        await fixture.CalledAsync(PublishedOperations.NotifyMaintenance);
        var early = fixture.Network.Asked.Count;

        fixture.Clock.MoveTo(window.AddMinutes(-5));
        await fixture.Network.AskedAsync("drain east-7");
        var drained = fixture.Network.Asked.Count;
        fixture.Clock.MoveTo(window.AddHours(1));
        await Eventually.SeeAsync(
            "traffic to be let back",
            () => Task.FromResult(fixture.Network.Asked),
            asked => asked.Count > drained);

        Assert.That(early, Is.EqualTo(2));
        Assert.That(fixture.Network.Asked.Skip(early), Is.EqualTo(new[] { "drain east-7", "activate east-7" }));
    }

    // Another interconnect of the same environment, at both.
    private void PutOther()
    {
        foreach (var state in (PartnerState[])[fixture.State, fixture.Targets])
        {
            var name = Other.Below(state == fixture.State ? PartnerFixture.Target : PartnerFixture.Self);
            state.Interconnects.Put(new Interconnect(
                $"{name}", [100, 1000], [FeatureType.L3Base], InterconnectState.Active, 2000));
            foreach (var id in (string[])["new-1", "new-2"])
                state.Channels.Put(new Channel($"{name.Channel(id)}", $"{PartnerFixture.Target}"));
        }
    }

    private void VerifyThere(ConnectionName moved)
    {
        var there = moved.Below(PartnerFixture.Self);
        foreach (var feature in fixture.Targets.Features.Children(there))
            fixture.Targets.Features.Put(feature with { ProvisioningState = ProvisioningState.Final });
        fixture.Targets.Connections.Put(
            fixture.Targets.Connections.Get(there)! with { VerificationState = VerificationState.Verified });
    }
}
