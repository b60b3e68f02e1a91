using System.Net;
using System.Text;
using Harness.Certification.Evidence;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;
using Harness.Tests.Protocol.Client;
using NUnit.Framework;

namespace Harness.Tests.Certification.Evidence;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RecordingHandlerTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    private readonly EvidenceRecorder _recorder =
        new(new Redactor(RedactionRules.Default with { Fields = ["cak"] }), TimeProvider.System);

    [Test]
    public async Task An_exchange_is_recorded_and_still_readable()
    {
        await using var server = ScriptedServer.Start(ScriptedServer.ReplyJson(201, """{"cak":"0123456789"}"""));
        using var client = Client(Late);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Url, "/x?cak=topsecret"));
        request.Options.Set(RecordingHandler.OperationKey, "CreateX");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer token-1");

        using var response = await client.SendAsync(request);

        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("""{"cak":"0123456789"}"""));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/json"));
        var exchange = Recorded();
        Assert.That(exchange.Operation, Is.EqualTo("CreateX"));
        Assert.That(exchange.Actor, Is.EqualTo("partner"));
        Assert.That(exchange.Request.Url, Does.EndWith("/x?cak=[redacted]"));
        Assert.That(exchange.Request.Headers, Does.Contain(new Fact("Authorization", "Bearer [redacted]")));
        Assert.That(exchange.Response?.Status, Is.EqualTo(201));
        Assert.That(exchange.Response?.Body, Is.EqualTo("""{"cak":"[redacted]"}"""));
        Assert.That(request.Options.TryGetValue(RecordingHandler.SequenceKey, out var at) ? at : 0, Is.EqualTo(1));
    }

    [Test]
    public async Task A_silent_target_ends_with_the_deadline()
    {
        await using var server = ScriptedServer.Start((_, stop) =>
            Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop));

        await BlamesTargetAsync(server, Soon, "no whole answer within 0.1 s");
    }

    [Test]
    public async Task A_body_that_comes_drop_by_drop_ends_with_the_deadline()
    {
        await using var server = ScriptedServer.Start(Drip("x", TimeSpan.FromMilliseconds(1)));

        await BlamesTargetAsync(server, Soon, "no whole answer within 0.1 s");
    }

    [Test]
    public async Task An_endless_body_ends_with_the_limit()
    {
        await using var server = ScriptedServer.Start(Drip(new string('x', 10_000), TimeSpan.Zero));

        await BlamesTargetAsync(server, Late, "too large an answer (a body of more than 100000 bytes)");
    }

    [Test]
    public async Task Endless_headers_end_with_a_limit()
    {
        await using var server = ScriptedServer.Start(async (stream, stop) =>
        {
            await ScriptedServer.ReadHeadAsync(stream, stop);
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), stop);
            while (true)
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"X-A: {new string('x', 1000)}\r\n"), stop);
        });

        await BlamesTargetAsync(server, Late, "too large an answer");
    }

    [Test]
    public async Task Garbage_is_named_as_such()
    {
        await using var server = ScriptedServer.Start(ScriptedServer.Reply("220 smtp.test ready\r\n\r\n"));

        await BlamesTargetAsync(server, Late, "an answer that is not HTTP");
    }

    [Test]
    public async Task A_connection_that_is_closed_early_is_named_as_such()
    {
        await using var server = ScriptedServer.Start(ScriptedServer.Reply(
            "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"));

        await BlamesTargetAsync(server, Late, "a connection closed before the answer was whole");
    }

    [Test]
    public async Task A_port_that_nobody_listens_on_is_named_as_such()
    {
        var server = ScriptedServer.Start((_, _) => Task.CompletedTask);
        await server.DisposeAsync();

        await BlamesTargetAsync(server, Late, "a refused connection");
    }

    [Test]
    public async Task A_server_that_speaks_no_TLS_is_named_as_such()
    {
        await using var server = ScriptedServer.Start((stream, stop) =>
            stream.WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), stop).AsTask());
        var url = new UriBuilder(server.Url) { Scheme = "https" }.Uri;

        await BlamesTargetAsync(url, Late, "a failed TLS handshake");
    }

    [Test]
    public async Task A_redirect_is_an_answer_and_is_not_followed()
    {
        await using var server = ScriptedServer.Start(ScriptedServer.Reply(
            "HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n"));
        using var client = Client(Late);

        using var response = await client.GetAsync(server.Url);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(_recorder.Exchanges(), Has.Count.EqualTo(1));
    }

    [Test]
    public void A_handler_that_follows_redirects_is_refused()
    {
        using var inner = new SocketsHttpHandler();

        Assert.That(
            () => new RecordingHandler(inner, _recorder, "partner", new ExchangeLimits(Late), TimeProvider.System),
            Throws.ArgumentException);
    }

    [Test]
    public async Task A_caller_that_gives_up_is_not_the_targets_doing()
    {
        using var giveUp = new CancellationTokenSource();
        await using var server = ScriptedServer.Start((_, _) => giveUp.CancelAsync());
        using var client = Client(Late);

        Assert.That(() => client.GetAsync(server.Url, giveUp.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Recorded().Fault, Is.EqualTo("the harness gave up before the answer was whole"));
    }


    private static Func<Stream, CancellationToken, Task> Drip(string drop, TimeSpan pause) => async (stream, stop) =>
    {
        await ScriptedServer.ReadHeadAsync(stream, stop);
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n"u8.ToArray(), stop);
        while (true)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(drop), stop);
            await Task.Delay(pause, TimeProvider.System, stop);
        }
    };

    private Task BlamesTargetAsync(ScriptedServer server, TimeSpan deadline, string found) =>
        BlamesTargetAsync(server.Url, deadline, found);

    private async Task BlamesTargetAsync(Uri url, TimeSpan deadline, string found)
    {
        using var client = Client(deadline);
        BlameException? blamed = null;
        try
        {
            using var response = await client.GetAsync(url);
        }
        catch (BlameException caught)
        {
            blamed = caught;
        }

        Assert.That(blamed?.Blame, Is.EqualTo(Blame.Target));
        Assert.That(blamed?.Message, Does.StartWith($"GET {url}: expected an HTTP answer, found {found}"));
        Assert.That(blamed?.Exchange, Is.EqualTo(1));
        Assert.That(Recorded().Fault, Does.StartWith(found));
    }

    private Exchange Recorded() => _recorder.Exchanges().Single();

    private HttpClient Client(TimeSpan deadline) => new(new RecordingHandler(
        new SocketsHttpHandler { AllowAutoRedirect = false },
        _recorder,
        "partner",
        new ExchangeLimits(deadline, ResponseBytes: 100_000),
        TimeProvider.System));
}
