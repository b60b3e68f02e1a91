using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Simulator.Behaviours;
using Harness.Simulator.Calling;
using Harness.Simulator.Journaling;
using NUnit.Framework;

namespace Harness.Tests.Simulator.Calling;

/// <summary>The partner's own calls; the target is a second partner with the roles changed.</summary>
public sealed class CallsTests
{
    private static readonly Operation Delete = PublishedOperations.DeleteConnection;
    private static readonly Operation Notify = PublishedOperations.NotifyConnectionStatus;

    [Test]
    public async Task A_call_crosses_a_request_that_is_not_done_yet()
    {
        await using var pair = await Pair.StartAsync();
        pair.Partner.PutConnection();
        var meanwhile = false;
        pair.Target.Journal.Observe(new Watch(() => meanwhile |= pair.Partner.Partner.State
            .Connections.Get(PartnerFixture.Connection) is not null));
        pair.Partner.Partner.Behaviours.On(Delete, null, new Answer.Calling([new(Notify)], Answer.Default));

        var answer = await pair.Partner.AsTarget.DeleteConnectionAsync(PartnerFixture.Connection);

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(meanwhile, "the connection was still there when the call came");
        var call = pair.Target.Journal.Query.Of(Notify).First()!;
        Assert.That(
            $"{call.Resource}", Is.EqualTo($"{PartnerFixture.Connection.Below(PartnerFixture.Self)}"),
            "the target serves the partner's prefix");
    }

    [Test]
    public async Task A_call_before_the_answer_finds_the_effect()
    {
        await using var pair = await Pair.StartAsync();
        pair.Partner.PutConnection();
        var meanwhile = false;
        pair.Target.Journal.Observe(new Watch(() => meanwhile |= pair.Partner.Partner.State
            .Connections.Get(PartnerFixture.Connection) is null));
        pair.Partner.Partner.Behaviours.On(Delete, null, new Answer.CallingAfter(Answer.Default, [new(Notify)]));

        await pair.Partner.AsTarget.DeleteConnectionAsync(PartnerFixture.Connection);

        Assert.That(meanwhile, "the connection was gone when the call came");
    }

    [Test]
    public async Task Calls_follow_once_the_answer_is_out()
    {
        await using var pair = await Pair.StartAsync();
        pair.Partner.PutConnection();
        pair.Partner.Partner.Behaviours.On(
            Delete, null, new Answer.Followed(Answer.Default, [new(Notify) { Times = 3 }]));

        await pair.Partner.AsTarget.DeleteConnectionAsync(PartnerFixture.Connection);
        var calls = await pair.Partner.Journal.Query.ToTarget.Over.WaitForAsync(
            3, PartnerFixture.Deadline, TimeProvider.System);

        Assert.That(calls, Has.Count.EqualTo(3));
        var request = pair.Partner.Journal.Query.FromTarget.First()!;
        Assert.That(calls.Select(request.HappenedBefore), Is.All.True);
    }

    [Test]
    public async Task A_target_that_does_not_answer_ends_in_a_fault_in_the_journal()
    {
        await using var pair = await Pair.StartAsync();
        pair.Target.Partner.Behaviours.On(Notify, null, Answer.Drop);

        await pair.Partner.Partner.Calls.SendAsync([Named(Notify)]);

        Assert.That(pair.Partner.Journal.Query.ToTarget.First()!.Fault, Is.Not.Null);
    }

    [Test]
    public async Task What_the_target_answers_is_in_the_journal()
    {
        await using var pair = await Pair.StartAsync();

        await pair.Partner.Partner.Calls.SendAsync([Named(PublishedOperations.GetInterconnect)]);

        var entry = pair.Partner.Journal.Query.ToTarget.First()!;
        Assert.That(entry.Status, Is.EqualTo(200));
        Assert.That(
            entry.Response!.Body, Does.Contain("\"name\":\"providers/borealis/environments/env-1/interconnects/ix1\""));
    }

    [Test]
    public async Task Without_a_target_to_call_the_line_is_cut_and_the_journal_says_why()
    {
        await using var fixture = await PartnerFixture.StartAsync();
        fixture.Partner.Behaviours.On(Delete, null, new Answer.Calling([new(Notify)], Answer.Default));

        Assert.That(
            () => fixture.AsTarget.DeleteConnectionAsync(PartnerFixture.Connection),
            Throws.TypeOf<TransportException>());
        Assert.That(fixture.Journal.Query.First()!.Fault, Does.StartWith("script: expected to know how the target"));
    }

    private static TargetCall Named(Operation operation) => new(operation)
    {
        Ids = new Dictionary<string, string>
        {
            ["environment"] = "env-1",
            ["interconnect"] = "ix1",
            ["connection"] = PartnerFixture.Connection.Id,
        },
    };

    private sealed class Watch(Action look) : IJournalObserver
    {
        public void Began(JournalEntry entry) => look();

        public void Ended(JournalEntry entry)
        {
        }
    }

    private sealed class Pair(PartnerFixture partner, PartnerFixture target, SocketsHttpHandler handler)
        : IAsyncDisposable
    {
        public PartnerFixture Partner { get; } = partner;

        public PartnerFixture Target { get; } = target;

        public static async Task<Pair> StartAsync()
        {
            var partner = await PartnerFixture.StartAsync();
            var target = await PartnerFixture.StartAsync(options => options with
            {
                Provider = PartnerFixture.Target,
                Target = PartnerFixture.Self,
            });
            var handler = target.Handler();
            partner.Partner.Calls.Connect(new TargetAccess(
                new ClientOptions(target.Partner.BaseUrl, NoAuthentication.Instance, TimeProvider.System)
                {
                    Deadline = PartnerFixture.Deadline,
                },
                handler));
            return new Pair(partner, target, handler);
        }

        public async ValueTask DisposeAsync()
        {
            await Partner.DisposeAsync();
            await Target.DisposeAsync();
            handler.Dispose();
        }
    }
}
