using System.Net.Security;
using System.Text;
using Harness.Protocol.Client;
using Harness.Protocol.Operations;
using Harness.Simulator.Behaviours;
using NUnit.Framework;

namespace Harness.Tests.Simulator;

public sealed class AnswerTests
{
    private static readonly Operation Delete = PublishedOperations.DeleteConnection;
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(200);

    [Test]
    public async Task A_delayed_request_has_no_effect_before_its_time()
    {
        var time = new SteppedTime();
        await using var fixture = await PartnerFixture.StartAsync(options => options with { Clock = time });
        fixture.PutConnection();
        fixture.Partner.Behaviours.On(Delete, null, Answer.After(TimeSpan.FromHours(1)));

        var call = fixture.AsTarget.DeleteConnectionAsync(PartnerFixture.Connection);
        await time.WaitForTimersAsync(PartnerFixture.Deadline);
        Assert.That(fixture.Partner.State.Connections.Get(PartnerFixture.Connection), Is.Not.Null);
        time.Advance(TimeSpan.FromHours(1));

        Assert.That((await call).Status, Is.EqualTo(200));
        Assert.That(fixture.Partner.State.Connections.Get(PartnerFixture.Connection), Is.Null);
    }

    [Test]
    public async Task A_delayed_response_has_its_effect_before_its_time()
    {
        var time = new SteppedTime();
        await using var fixture = await PartnerFixture.StartAsync(options => options with { Clock = time });
        fixture.PutConnection();
        fixture.Partner.Behaviours.On(
            Delete, null, new Answer.ResponseDelayed(Answer.Default, TimeSpan.FromHours(1)));

        var call = fixture.AsTarget.DeleteConnectionAsync(PartnerFixture.Connection);
        await time.WaitForTimersAsync(PartnerFixture.Deadline);
        Assert.That(fixture.Partner.State.Connections.Get(PartnerFixture.Connection), Is.Null);
        Assert.That(call.IsCompleted, Is.False);
        time.Advance(TimeSpan.FromHours(1));

        Assert.That((await call).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_reset_request_has_no_effect_and_no_answer()
    {
        await using var fixture = await PartnerFixture.StartAsync();
        fixture.PutConnection();
        fixture.Partner.Behaviours.On(Delete, null, Answer.Reset);

        Assert.That(
            () => fixture.AsTarget.DeleteConnectionAsync(PartnerFixture.Connection),
            Throws.TypeOf<TransportException>().With.Property("Fault").EqualTo(TransportFault.Reset));
        Assert.That(fixture.Partner.State.Connections.Get(PartnerFixture.Connection), Is.Not.Null);
        Assert.That(fixture.Journal.Query.First()!.Fault, Is.EqualTo("reset by script"));
    }

    [Test]
    public async Task Silence_ends_with_the_callers_patience_and_has_no_effect()
    {
        await using var fixture = await PartnerFixture.StartAsync();
        fixture.PutConnection();
        fixture.Partner.Behaviours.On(Delete, null, new Answer.Silent(PartnerFixture.Deadline));

        Assert.That(() => Impatient(fixture).DeleteConnectionAsync(PartnerFixture.Connection), TimesOut);
        var over = await fixture.Journal.Query.Over.WaitForAsync(1, PartnerFixture.Deadline, TimeProvider.System);
        Assert.That(over[0].Fault, Is.EqualTo("the target gave up before the answer"));
        Assert.That(fixture.Partner.State.Connections.Get(PartnerFixture.Connection), Is.Not.Null);
    }

    [Test]
    public async Task An_answer_that_comes_too_late_had_its_effect()
    {
        await using var fixture = await PartnerFixture.StartAsync();
        fixture.PutConnection();
        fixture.Partner.Behaviours.On(Delete, null, new Answer.TooLate(Answer.Default, PartnerFixture.Deadline));

        Assert.That(() => Impatient(fixture).DeleteConnectionAsync(PartnerFixture.Connection), TimesOut);
        Assert.That(fixture.Partner.State.Connections.Get(PartnerFixture.Connection), Is.Null);
    }

    [Test]
    public async Task A_request_that_is_carried_out_twice_is_answered_as_the_second_time()
    {
        await using var fixture = await PartnerFixture.StartAsync();
        fixture.Partner.State.Keys.Issue("a2V5");
        fixture.Partner.Behaviours.On(
            PublishedOperations.CreateConnection, null, new Answer.Repeated(Answer.Default, 2));
        await fixture.AsTarget.ConfirmActivationKeyAsync(
            PartnerFixture.Connection.Interconnect.Environment, new(EncodedKey: "a2V5"));

        var answer = await fixture.AsTarget.CreateConnectionAsync(
            PartnerFixture.Connection, new(ActivationKey: "a2V5", BandwidthMbps: 100));

        Assert.That(answer.Status, Is.GreaterThanOrEqualTo(400), "the first time has used the key up");
        Assert.That(fixture.Partner.State.Connections.Get(PartnerFixture.Connection), Is.Not.Null);
    }

    [Test]
    public async Task A_lie_is_told_and_the_state_is_left_alone()
    {
        await using var fixture = await PartnerFixture.StartAsync();
        fixture.PutConnection(mbps: 1000);
        fixture.Partner.Behaviours.On(
            PublishedOperations.GetConnection,
            null,
            new Answer.Altered(Answer.Default, new Alteration([new Alteration.Change("bandwidthMbps", 7)])));

        var told = await fixture.AsTarget.GetConnectionAsync(PartnerFixture.Connection);

        Assert.That(told.ValueOrDefault?.BandwidthMbps, Is.EqualTo(7));
        Assert.That(fixture.Partner.State.Connections.Get(PartnerFixture.Connection)!.BandwidthMbps, Is.EqualTo(1000));
    }

    [TestCase(Corruption.Truncated, TransportFault.Reset)]
    [TestCase(Corruption.Endless, TransportFault.TooLarge)]
    [TestCase(Corruption.Dripped, TransportFault.Timeout)]
    public async Task A_response_is_spoilt_on_the_wire_after_its_effect(Corruption how, TransportFault fault)
    {
        var time = new SteppedTime();
        await using var fixture = await PartnerFixture.StartAsync(options => options with { Clock = time });
        fixture.PutConnection();
        fixture.Partner.Behaviours.On(Delete, null, new Answer.Corrupted(Answer.Default, how));
        var client = how == Corruption.Dripped ? Impatient(fixture) : fixture.AsTarget;

        Assert.That(
            () => client.DeleteConnectionAsync(PartnerFixture.Connection),
            Throws.TypeOf<TransportException>().With.Property("Fault").EqualTo(fault));
        Assert.That(fixture.Partner.State.Connections.Get(PartnerFixture.Connection), Is.Null);
    }

    [TestCase(Corruption.Garbled, "application/json")]
    [TestCase(Corruption.Mistyped, "text/html")]
    public async Task A_body_is_not_what_it_should_be(Corruption how, string type)
    {
        await using var fixture = await PartnerFixture.StartAsync();
        fixture.PutConnection();
        fixture.Partner.Behaviours.On(
            PublishedOperations.GetConnection, null, new Answer.Corrupted(Answer.Default, how));

        var answer = await fixture.AsTarget.GetConnectionAsync(PartnerFixture.Connection);

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(answer.Response.Header("Content-Type"), Is.EqualTo(type));
        Assert.That(answer.ValueOrDefault is null, Is.EqualTo(how == Corruption.Garbled));
    }

    [Test]
    public async Task A_response_goes_out_twice_on_one_line()
    {
        await using var fixture = await PartnerFixture.StartAsync();
        fixture.Partner.Behaviours.On(null, null, new Answer.Doubled(Answer.Reply(418)));
        await using var line = await fixture.OpenAsync(SslApplicationProtocol.Http11);

        await line.WriteAsync(Encoding.ASCII.GetBytes("GET /providers HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        var heard = await ReadUntilAsync(line, text => text.Split("HTTP/1.1 418").Length > 2);

        Assert.That(heard.Split("HTTP/1.1 418"), Has.Length.EqualTo(3), heard);
    }

    [Test]
    public async Task Occasions_are_counted_exactly_however_many_ask_at_once()
    {
        await using var fixture = await PartnerFixture.StartAsync();
        fixture.Partner.Behaviours.On(null, null, Answer.Reply(418), new Occasions(101, 150));

        var answers = await Task.WhenAll(Enumerable.Range(0, 400).Select(_ =>
            fixture.AsTarget.GetProviderAsync(PartnerFixture.Self)));

        Assert.That(answers.Count(answer => answer.Status == 418), Is.EqualTo(50));
        Assert.That(answers.Count(answer => answer.Status == 200), Is.EqualTo(350));
    }

    private static NUnit.Framework.Constraints.IResolveConstraint TimesOut =>
        Throws.TypeOf<TransportException>().With.Property("Fault").EqualTo(TransportFault.Timeout);

    private static CoordinatorClient Impatient(PartnerFixture fixture) =>
        fixture.AsTarget.With(fixture.AsTarget.Options with { Deadline = Short });

    private static async Task<string> ReadUntilAsync(Stream line, Func<string, bool> enough)
    {
        using var end = new CancellationTokenSource(PartnerFixture.Deadline, TimeProvider.System);
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!enough($"{text}"))
        {
            var count = await line.ReadAsync(buffer, end.Token);
            if (count == 0)
                break;
            text.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }

        return $"{text}";
    }
}
