using Harness.Protocol.Client;
using Harness.Protocol.Operations;
using Harness.Simulator.Behaviours;
using Harness.Simulator.Journaling;
using NUnit.Framework;

namespace Harness.Tests.Simulator;

public sealed class PartnerScopeTests
{
    private static readonly Operation Notify = PublishedOperations.NotifyConnectionStatus;

    [Test]
    public async Task A_scope_sees_its_own_environment_since_it_was_opened()
    {
        await using var fixture = await PartnerFixture.StartAsync();
        fixture.PutStatics("env-2");
        await fixture.AsTarget.GetEnvironmentAsync(PartnerFixture.Target.Environment("env-1"));
        using var scope = fixture.Partner.OpenScope("env-1");

        await fixture.AsTarget.GetEnvironmentAsync(PartnerFixture.Target.Environment("env-2"));
        await fixture.AsTarget.ListChannelsAsync(PartnerFixture.Interconnect);

        Assert.That(
            scope.Journal.All().Select(entry => entry.Operation),
            Is.EqualTo(new[] { PublishedOperations.ListChannels }));
    }

    [Test]
    public async Task What_a_scope_bends_is_straight_again_after_it()
    {
        await using var fixture = await PartnerFixture.StartAsync();
        fixture.PutConnection();
        using (var scope = fixture.Partner.OpenScope("env-1"))
        {
            scope.On(Notify, null, Answer.Reply(503));
            Assert.That((await fixture.AsTarget.NotifyConnectionStatusAsync(PartnerFixture.Connection)).Status,
                Is.EqualTo(503));
        }

        Assert.That((await fixture.AsTarget.NotifyConnectionStatusAsync(PartnerFixture.Connection)).Status,
            Is.EqualTo(200));
    }

    [Test]
    public async Task A_scope_bends_nothing_outside_its_environment()
    {
        await using var fixture = await PartnerFixture.StartAsync();
        using var scope = fixture.Partner.OpenScope("env-2");

        Assert.That(
            () => scope.On(Notify, PartnerFixture.Connection, Answer.Drop),
            Throws.ArgumentException.With.Message.Contains("env-2"));
    }

    [Test]
    public async Task Scripted_replies_keep_to_their_occasions_and_are_seen_by_the_observer()
    {
        await using var fixture = await PartnerFixture.StartAsync();
        fixture.PutConnection();
        var seen = new Collector();
        using var scope = fixture.Partner.OpenScope("env-1");
        scope.Observe(seen);
        scope.On(Notify, PartnerFixture.Connection, Answer.Reply(500), Occasions.FirstOnes(2));

        List<int> statuses = [];
        for (var i = 0; i < 3; i++)
            statuses.Add((await fixture.AsTarget.NotifyConnectionStatusAsync(PartnerFixture.Connection)).Status);

        Assert.That(statuses, Is.EqualTo(new[] { 500, 500, 200 }));
        Assert.That(seen.Ended.Select(entry => entry.Status), Is.EqualTo(new int?[] { 500, 500, 200 }));
        Assert.That(scope.Journal.Of(Notify).Succeeded.ExactlyOnce(), Is.True);
    }

    [Test]
    public async Task A_dropped_request_gets_no_answer_and_changes_nothing()
    {
        await using var fixture = await PartnerFixture.StartAsync();
        fixture.PutConnection();
        using var scope = fixture.Partner.OpenScope("env-1");
        scope.On(PublishedOperations.DeleteConnection, null, Answer.Drop);

        Assert.That(
            () => fixture.AsTarget.DeleteConnectionAsync(PartnerFixture.Connection),
            Throws.InstanceOf<TransportException>()
                .With.Property(nameof(TransportException.Fault)).EqualTo(TransportFault.Reset));
        Assert.That(scope.Journal.First()?.Fault, Does.Contain("dropped"));
        Assert.That(fixture.Partner.State.Connections.Get(PartnerFixture.Connection), Is.Not.Null);
    }

    [Test]
    public async Task A_held_request_has_no_effect_until_its_gate_is_released()
    {
        await using var fixture = await PartnerFixture.StartAsync();
        fixture.PutConnection();
        using var scope = fixture.Partner.OpenScope("env-1");
        var gate = scope.Gate("delete");
        scope.On(PublishedOperations.DeleteConnection, null, Answer.HoldAt(gate, PartnerFixture.Deadline));

        var call = fixture.AsTarget.DeleteConnectionAsync(PartnerFixture.Connection);
        Assert.That(await gate.WaitForArrivalAsync(1, PartnerFixture.Deadline), Is.True);
        Assert.That(fixture.Partner.State.Connections.Get(PartnerFixture.Connection), Is.Not.Null);
        gate.Release();

        Assert.That((await call).Status, Is.EqualTo(200));
        Assert.That(fixture.Partner.State.Connections.Get(PartnerFixture.Connection), Is.Null);
    }

    [Test]
    public async Task A_held_response_has_its_effect_before_its_gate_is_released()
    {
        await using var fixture = await PartnerFixture.StartAsync();
        fixture.PutConnection();
        using var scope = fixture.Partner.OpenScope("env-1");
        var gate = scope.Gate("delete");
        scope.On(PublishedOperations.DeleteConnection, null, Answer.HoldResponseAt(gate, PartnerFixture.Deadline));

        var call = fixture.AsTarget.DeleteConnectionAsync(PartnerFixture.Connection);
        Assert.That(await gate.WaitForArrivalAsync(1, PartnerFixture.Deadline), Is.True);
        Assert.That(fixture.Partner.State.Connections.Get(PartnerFixture.Connection), Is.Null);
        Assert.That(call.IsCompleted, Is.False);
        gate.Release();

        Assert.That((await call).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_gate_that_nobody_releases_lets_go_at_its_deadline()
    {
        await using var fixture = await PartnerFixture.StartAsync();
        fixture.PutConnection();
        using var scope = fixture.Partner.OpenScope("env-1");
        scope.On(Notify, null, Answer.HoldAt(scope.Gate("forgotten"), TimeSpan.FromMilliseconds(1)));

        var result = await fixture.AsTarget.NotifyConnectionStatusAsync(PartnerFixture.Connection);

        Assert.That(result.Status, Is.EqualTo(503));
        Assert.That(result.Response.Text, Does.Contain("forgotten"));
    }

    private sealed class Collector : IJournalObserver
    {
        public List<JournalEntry> Ended { get; } = [];

        void IJournalObserver.Began(JournalEntry entry)
        {
        }

        void IJournalObserver.Ended(JournalEntry entry) => Ended.Add(entry);
    }
}
