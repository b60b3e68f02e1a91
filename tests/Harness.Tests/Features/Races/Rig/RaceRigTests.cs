using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Harness.Features.Races.Rig;
using NUnit.Framework;

namespace Harness.Tests.Features.Races.Rig;

public sealed class RaceRigTests
{
    private static readonly JsonObject Body = new() { ["bandwidthMbps"] = 1000 };

    [Test]
    public async Task No_body_is_whole_before_every_request_of_the_burst_has_sent_all_but_its_last_byte()
    {
        var begun = 0;
        var seen = new ConcurrentBag<int>();
        using var lanes = new StubLanes(async (request, cancellation) =>
        {
            Interlocked.Increment(ref begun);
            var body = await request.Content!.ReadAsByteArrayAsync(cancellation);
            seen.Add(begun);
            return Answer(HttpStatusCode.OK, Encoding.UTF8.GetString(body));
        });

        var answers = await lanes.Rig().TogetherAsync(
            Enumerable.Repeat<RaceRequest>(caller => caller.Post("a", Body), 5));

        Assert.That(seen, Is.EqualTo(new[] { 5, 5, 5, 5, 5 }));
        Assert.That(answers.Select(answer => answer.Response.Text), Has.All.EqualTo(Body.ToJsonString()));
    }

    [Test]
    public async Task A_held_body_lacks_its_last_byte_only_and_keeps_its_headers()
    {
        var gate = new StartingGate();
        using var original = new StringContent("{\"a\":1}", Encoding.UTF8, "application/json");
        using var held = new HeldContent(Encoding.UTF8.GetBytes("{\"a\":1}"), original, gate.Take());
        using var wire = new MemoryStream();

        var copying = held.CopyToAsync(wire);
        Assert.That(await gate.GatherAsync(1, TimeSpan.FromSeconds(5), TimeProvider.System, default), Is.True);
        Assert.That(Encoding.UTF8.GetString(wire.ToArray()), Is.EqualTo("{\"a\":1"));
        Assert.That(copying.IsCompleted, Is.False);
        gate.Open();
        await copying;

        Assert.That(Encoding.UTF8.GetString(wire.ToArray()), Is.EqualTo("{\"a\":1}"));
        Assert.That(held.Headers.ContentLength, Is.EqualTo(7));
        Assert.That($"{held.Headers.ContentType}", Is.EqualTo($"{original.Headers.ContentType}"));
    }

    [Test]
    public async Task Requests_without_a_body_are_released_as_one()
    {
        var gate = new StartingGate();
        var sent = 0;
        using var lanes = new StubLanes((_, _) =>
        {
            Interlocked.Increment(ref sent);
            return Task.FromResult(Answer(HttpStatusCode.OK));
        });
        using var one = new HttpMessageInvoker(new HoldingHandler(lanes, gate.Take()));
        using var other = new HttpMessageInvoker(new HoldingHandler(lanes, gate.Take()));
        using var delete = new HttpRequestMessage(HttpMethod.Delete, "https://target.example/a");
        using var again = new HttpRequestMessage(HttpMethod.Delete, "https://target.example/a");

        var sending = Task.WhenAll(one.SendAsync(delete, default), other.SendAsync(again, default));
        Assert.That(await gate.GatherAsync(2, TimeSpan.FromSeconds(5), TimeProvider.System, default), Is.True);
        Assert.That(sent, Is.Zero);
        gate.Open();
        await sending;

        Assert.That(sent, Is.EqualTo(2));
    }

    [Test]
    public async Task A_burst_starts_without_a_request_that_has_ended_before_the_gate()
    {
        using var lanes = new StubLanes(async (request, cancellation) => request.Content is null
            ? Answer(HttpStatusCode.OK)
            : request.RequestUri!.AbsolutePath == "/early"
                ? Answer(HttpStatusCode.Unauthorized)
                : Answer(HttpStatusCode.OK, await request.Content.ReadAsStringAsync(cancellation)));

        var answers = await lanes.Rig().TogetherAsync(
            [caller => caller.Post("early", Body), caller => caller.Post("late", Body)]);

        Assert.That(answers.Select(answer => answer.Status), Is.EqualTo(new[] { 401, 200 }));
    }

    [Test]
    public async Task A_burst_starts_at_the_deadline_with_the_requests_that_are_there()
    {
        var never = new TaskCompletionSource<HttpResponseMessage>();
        using var lanes = new StubLanes(async (request, cancellation) =>
        {
            if (request.RequestUri!.AbsolutePath == "/stuck")
                return await never.Task;
            return Answer(HttpStatusCode.OK, await request.Content!.ReadAsStringAsync(cancellation));
        });

        var burst = lanes.Rig(new Harness.Tests.Features.World.HastyTime()).BurstAsync(
            [[caller => caller.Post("stuck", Body)], [async caller =>
            {
                var answer = await caller.Post("there", Body);
                never.SetResult(Answer(HttpStatusCode.OK));
                return answer;
            }]],
            Release.OneConnection);

        var replies = await burst.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.That(replies.Select(reply => reply[0]), Has.All.TypeOf<Reply.Known>());
    }

    [Test]
    public async Task Further_requests_of_a_client_follow_each_other_and_their_stamps_say_so()
    {
        using var lanes = new StubLanes((_, _) => Task.FromResult(Answer(HttpStatusCode.OK)));

        var replies = await lanes.Rig().BurstAsync(
            [[caller => caller.Get("a"), caller => caller.Get("b"), caller => caller.Get("c")]],
            Release.OneConnection);

        var stamps = replies[0].Cast<Reply.Known>().SelectMany(reply => new[] { reply.Called, reply.Returned });
        Assert.That(stamps, Is.Ordered.And.Unique);
    }

    [TestCase(HttpStatusCode.ServiceUnavailable, typeof(Reply.Unknown))]
    [TestCase(HttpStatusCode.RequestTimeout, typeof(Reply.Unknown))]
    [TestCase(HttpStatusCode.TooManyRequests, typeof(Reply.NotSent))]
    [TestCase(HttpStatusCode.Conflict, typeof(Reply.Known))]
    [TestCase(HttpStatusCode.OK, typeof(Reply.Known))]
    public async Task An_answer_decides_by_its_status(HttpStatusCode status, Type expected)
    {
        using var lanes = new StubLanes((_, _) => Task.FromResult(Answer(status)));
        var reply = await lanes.Rig().AloneAsync(caller => caller.Get("a"));

        Assert.That(reply, Is.TypeOf(expected));
        Assert.That(RaceRig.AnswerOf(reply).Status, Is.EqualTo((int)status));
    }

    [TestCaseSource(nameof(Faults))]
    public async Task Without_an_answer_a_request_is_unknown_unless_it_never_arrived(Exception fault, Type expected)
    {
        using var lanes = new StubLanes((_, _) => Task.FromException<HttpResponseMessage>(fault));
        var reply = await lanes.Rig().AloneAsync(caller => caller.Get("c"));

        Assert.That(reply, Is.TypeOf(expected));
    }

    private static IEnumerable<TestCaseData> Faults()
    {
        yield return Case("refused", Http(HttpRequestError.ConnectionError), typeof(Reply.NotSent));
        yield return Case("name", Http(HttpRequestError.NameResolutionError), typeof(Reply.NotSent));
        yield return Case("tls", Http(HttpRequestError.SecureConnectionError), typeof(Reply.NotSent));
        yield return Case(
            "refused stream",
            new HttpRequestException("", new HttpProtocolException(7, "", null)),
            typeof(Reply.NotSent));
        yield return Case(
            "cancelled stream",
            new HttpRequestException("", new HttpProtocolException(8, "", null)),
            typeof(Reply.Unknown));
        yield return Case("reset", new IOException("reset"), typeof(Reply.Unknown));
        yield return Case("cut", Http(HttpRequestError.ResponseEnded), typeof(Reply.Unknown));
    }

    private static HttpRequestException Http(HttpRequestError error) => new(error);

    private static TestCaseData Case(string name, Exception fault, Type expected) =>
        new TestCaseData(fault, expected).SetArgDisplayNames(name);

    private static HttpResponseMessage Answer(HttpStatusCode status, string body = "{}") =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
