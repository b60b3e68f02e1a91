using Harness.Certification.Verdicts;
using Harness.Features.Target.Hooks;
using Harness.Tests.Protocol.Client;
using NUnit.Framework;

namespace Harness.Tests.Features.Target.Hooks;

public sealed class HttpHooksTests
{
    private const string Created = """{"id":"c-1","key":"k"}""";

    [Test]
    public async Task A_request_is_filled_in_and_its_outputs_are_read()
    {
        var seen = "";
        await using var server = ScriptedServer.Start(async (stream, stop) =>
        {
            seen = await ScriptedServer.ReadHeadAsync(stream, stop);
            var body = new byte[200];
            var count = await stream.ReadAsync(body, stop);
            seen += System.Text.Encoding.UTF8.GetString(body, 0, count);
            await stream.WriteAsync(
                System.Text.Encoding.ASCII.GetBytes(
                    $"HTTP/1.1 201 x\r\nContent-Length: {Created.Length}\r\nConnection: close\r\n\r\n{Created}"),
                stop);
        });
        using var fixture = new HookFixture(Create(server.Url));

        var outcome = await fixture.CreateAsync(500);

        var done = outcome as HookOutcome.Done;
        Assert.That(done?.Text("connectionId"), Is.EqualTo("c-1"));
        Assert.That(done?.Text("activationKey"), Is.EqualTo("k"));
        Assert.That(seen, Does.StartWith("POST /portal/env%201 HTTP/1.1"));
        Assert.That(seen, Does.Contain("Authorization: Bearer portal-secret"));
        Assert.That(seen, Does.EndWith("""{"environment":"env 1","bandwidthMbps":500,"fixed":true,"list":["b",7]}"""));
        Assert.That(fixture.Actors, Is.EqualTo(new[] { "customer" }));
        Assert.That($"{outcome}", Does.Not.Contain("c-1"));
    }

    [TestCase(400, "no room")]
    [TestCase(404, "no room")]
    [TestCase(409, "no room")]
    public async Task A_refusal_by_the_target_is_an_outcome(int status, string reason)
    {
        await using var server = ScriptedServer.Start(
            ScriptedServer.ReplyJson(status, """{"title":"t","detail":"no room"}"""));
        using var fixture = new HookFixture(Create(server.Url));

        Assert.That(await fixture.CreateAsync(), Is.EqualTo(new HookOutcome.Refused(status, reason)));
    }

    [TestCase(401, Blame.Config, "credentials")]
    [TestCase(405, Blame.Config, "method")]
    [TestCase(302, Blame.Config, "expected status 200 or 201")]
    [TestCase(500, Blame.Target, "found 500")]
    public async Task Any_other_status_is_blamed_with_the_place_of_the_hook(int status, Blame blame, string words)
    {
        await using var server = ScriptedServer.Start(ScriptedServer.ReplyJson(status, "{}"));
        using var fixture = new HookFixture(Create(server.Url));

        Assert.That(
            () => fixture.CreateAsync(),
            Throws.InstanceOf<BlameException>()
                .With.Property(nameof(BlameException.Blame)).EqualTo(blame)
                .And.Message.Contains(words)
                .And.Message.StartsWith("target.yaml:23: hook createConnection:")
                .And.Message.Not.Contains("portal-secret"));
    }

    [TestCase("""{"id":"c-1"}""", "an object with id")]
    [TestCase("[1]", "an array of 1")]
    [TestCase("<html>", "no JSON")]
    public async Task An_output_that_is_not_there_is_blamed_on_the_file(string body, string found)
    {
        await using var server = ScriptedServer.Start(ScriptedServer.ReplyJson(200, body));
        using var fixture = new HookFixture(Create(server.Url));

        Assert.That(
            () => fixture.CreateAsync(),
            Throws.InstanceOf<BlameException>()
                .With.Property(nameof(BlameException.Blame)).EqualTo(Blame.Config)
                .And.Message.Contains("activationKey").Or.Message.Contains("connectionId")
                .And.Message.Contains(found));
    }

    [Test]
    public async Task A_silent_portal_is_blamed_on_the_target_at_the_deadline()
    {
        await using var server = ScriptedServer.Start(
            (_, stop) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop));
        using var fixture = new HookFixture(Create(server.Url), deadline: TimeSpan.FromMilliseconds(200));

        Assert.That(
            () => fixture.CreateAsync(),
            Throws.InstanceOf<BlameException>()
                .With.Property(nameof(BlameException.Blame)).EqualTo(Blame.Target)
                .And.Message.Contains("0.2 s"));
    }

    [Test]
    public async Task Text_that_is_no_json_is_read_whole()
    {
        await using var server = ScriptedServer.Start(ScriptedServer.ReplyJson(200, "line 1\nline 2"));
        using var fixture = new HookFixture(
            $"  readLogs: {{http: {{method: GET, url: \"{server.Url}logs\", outputs: {{text: $}}}}}}\n");

        var outcome = await fixture.RunAsync(Hook.ReadLogs);

        Assert.That((outcome as HookOutcome.Done)?.Text("text"), Is.EqualTo("line 1\nline 2"));
    }

    [Test]
    public void A_hook_that_is_missing_skips_and_says_what_it_is_for()
    {
        using var fixture = new HookFixture("  readClock: {prompt: {text: x, fields: [now]}}\n");

        Assert.That(fixture.Hooks.Has(Hook.RotateKey), Is.False);
        Assert.That(
            () => fixture.RunAsync(Hook.RotateKey),
            Throws.InstanceOf<SkipException>().With.Message.Contains("rotateKey").And.Message.Contains("operator"));
    }

    [Test]
    public void A_value_that_is_left_out_is_a_defect_of_the_caller()
    {
        using var fixture = new HookFixture(Create(new Uri("http://127.0.0.1:1")));

        Assert.That(
            () => fixture.RunAsync(Hook.CreateConnection),
            Throws.ArgumentException.With.Message.Contains("environment"));
    }

    private static string Create(Uri server) => $$"""
          createConnection:
            http:
              method: POST
              url: "{{server}}portal/{environment}"
              headers: {Authorization: "Bearer {env:PORTAL_TOKEN}"}
              body:
                environment: "{environment}"
                bandwidthMbps: "{bandwidthMbps}"
                fixed: true
                list: ["{remoteAccountId}", 7]
              expect: [200, 201]
              outputs: {connectionId: $.id, activationKey: $.key}

        """;
}
