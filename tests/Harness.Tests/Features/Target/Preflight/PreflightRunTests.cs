using System.Security.Authentication;
using Harness.Features.Target.Preflight;
using Harness.Protocol.Security;
using Harness.Tests.Protocol.Client;
using Harness.Tests.Reference;
using NUnit.Framework;

namespace Harness.Tests.Features.Target.Preflight;

public sealed class PreflightRunTests
{
    private PreflightFixture fixture = null!;

    [OneTimeSetUp]
    public async Task StartTarget() => fixture = await PreflightFixture.StartAsync();

    [OneTimeTearDown]
    public async Task StopTarget() => await fixture.DisposeAsync();

    [Test]
    public async Task A_target_that_is_as_its_file_says_passes_and_is_left_as_it_was()
    {
        var listener = new PreflightFixture.Collector();
        await using var partner = await fixture.StartPartnerAsync();

        var report = await fixture.RunAsync(fixture.Yaml, listener, partner);

        Assert.That(report.Errors, Is.Empty);
        Assert.That(report.Findings.Select(finding => $"{finding}"),
            Has.Some.Contains("TLS 1.3")
                .And.Some.Contains("createConnection works")
                .And.Some.Contains("deleteConnection works")
                .And.Some.Contains("the clock is controlled")
                .And.Some.Contains("the partner is reached"));
        Assert.That(listener.Events, Has.Count.EqualTo(22), "eleven checks begin and end");
        var again = await fixture.RunAsync(fixture.Yaml);
        Assert.That(again.Passed, Is.True);
    }

    [Test]
    public async Task A_hook_that_is_missing_is_a_warning()
    {
        var report = await fixture.RunAsync(fixture.Yaml);

        var warnings = report.Findings.Where(finding => finding.Severity == Severity.Warning);
        Assert.That(warnings.Select(finding => finding.Expected), Has.Some.Contains("rotateKey"));
    }

    [TestCase("PARTNER_TOKEN", "WRONG_TOKEN", "PARTNER_TOKEN", "borealis by its bearer token from environment")]
    [TestCase("tokenEnv: STRANGER_TOKEN", "tokenEnv: WRONG_TOKEN", "STRANGER_TOKEN", "cirrus by its bearer token")]
    [TestCase("caFile: ca.pem", "caFile: other.pem", "caFile", "issued by CN=another authority, found")]
    [TestCase("caFile: ca.pem", "caFile: other.pem", "caFile", "issued by CN=aurora, SHA-256")]
    [TestCase("trust: {caFile: ca.pem}", "trust: system", "trust", "the authorities that this machine trusts")]
    [TestCase("aurora", "auroro", "target: aurora", "providers/auroro to be served")]
    [TestCase("- id: env-1", "- id: env-one", "- id: env-1", "did you mean env-1?")]
    [TestCase("environment: env-cirrus", "environment: env-1", "env-cirrus", "providers/cirrus/environments/env-1")]
    [TestCase("- id: ix1", "- id: ix11", "- id: ix1", "did you mean ix1?")]
    [TestCase("maxBandwidthMbps: 10000", "maxBandwidthMbps: 9000", "maxBandwidthMbps", "found 10000")]
    [TestCase("sizesMbps: [1, 1000]", "sizesMbps: [1, 3]", "sizesMbps", "to support 3 Mbps")]
    [TestCase("- id: ix1\n", "- id: ix1\n          state: CLOSED\n", "- id: ix1", "state CLOSED of")]
    [TestCase("id: ch4", "id: ch5", "id: ch4", "did you mean ch1?")]
    [TestCase("{baseUrl}/portal/v1/connections\"", "{baseUrl}/portal/v2\"", "createConnection", "createConnection")]
    [TestCase("activationKey: $.activationKey", "activationKey: $.key", "createConnection", "at $.key of what came")]
    [TestCase("activationKey: $.activationKey", "activationKey: $.state", "activationKey: ", "base64 of JSON")]
    [TestCase("connectionId: $.connectionId", "connectionId: $.state", "connectionId: $.c", "the shared UUID")]
    [TestCase("good: customer-1", "good: customer-suspended", "createConnection", "or accounts.good")]
    [TestCase("now: $.now", "now: $.controllable", "now: $.now", "a time in RFC 3339")]
    [TestCase("body: {advanceSeconds", "body: {seconds", "advanceClock", "controllable clock")]
    [TestCase("  environments:\n", "  environments:\n" + Deferring, "environments:", "not true")]
    [TestCase("  environments:\n", "  environments:\n" + Hurried, "environments:", "deferralTimeoutHours 12 in")]
    [TestCase("  environments:\n", "  environments:\n" + Unsaid, "environments:", "deferConnectionProvisioning false")]
    [TestCase("hooks:\n", "hooks:\n" + Accepting, "hooks:", "that is no activation key, otherwise than with 404")]
    public async Task What_is_wrong_is_found_with_its_line_and_the_mend(
        string old, string replacement, string place, string words)
    {
        var yaml = fixture.With(old, replacement);

        var report = await fixture.RunAsync(yaml);

        var errors = report.Errors.Select(finding => $"{finding}").ToList();
        Assert.That(report.Passed, Is.False);
        Assert.That(errors, Has.Some.Contains(words));
        var line = SampleTarget.LineOf(fixture.Yaml, place);
        Assert.That(errors.First(error => error.Contains(words, StringComparison.Ordinal)),
            Does.Match($"^target.yaml:({line}|{line + 1}|{line + 2}):"));
        Assert.That(errors, Has.None.Contains(TestReference.PortalToken));
        Assert.That(errors, Has.None.Contains(TestReference.BorealisToken));
    }

    [Test]
    public async Task A_hook_that_accepts_keys_works_where_it_refuses_what_is_none()
    {
        var accepting = Accepting.Replace("/nowhere", "/portal/v1/connections/accept").Replace(
            "method: POST,", "method: POST, headers: {Authorization: \"Bearer {env:PORTAL_TOKEN}\"},");

        var report = await fixture.RunAsync(fixture.With("hooks:\n", $"hooks:\n{accepting}"));

        Assert.That(report.Passed, string.Join('\n', report.Errors));
        Assert.That(report.Findings.Select(finding => $"{finding}"), Has.Some.Contains("acceptConnection works"));
    }

    [Test]
    public async Task A_port_where_nobody_listens_is_found_and_nothing_else_is_looked_at()
    {
        Uri gone;
        await using (var server = ScriptedServer.Start((_, _) => Task.CompletedTask))
            gone = new UriBuilder(server.Url) { Scheme = "https" }.Uri;

        var report = await fixture.RunAsync(WithUrl(gone));

        Assert.That(report.Findings, Has.Count.EqualTo(1));
        Assert.That($"{report.Findings[0]}", Does.StartWith("target.yaml:2:").And.Contain("nobody listens"));
    }

    [Test]
    public async Task A_host_without_an_address_is_found()
    {
        var report = await fixture.RunAsync(WithUrl(new Uri("https://nowhere.invalid")));

        Assert.That($"{report.Findings[0]}", Does.StartWith("target.yaml:2:").And.Contain("nowhere.invalid"));
    }

    [Test]
    public async Task Another_service_than_a_TLS_one_is_found()
    {
        await using var server = ScriptedServer.Start(
            async (stream, stop) => await stream.WriteAsync("SSH-2.0-x\r\n"u8.ToArray(), stop));

        var report = await fixture.RunAsync(WithUrl(new UriBuilder(server.Url) { Scheme = "https" }.Uri));

        Assert.That($"{report.Errors.Single()}", Does.Contain("speaks TLS 1.3").And.Contain("another service"));
    }

    [Test]
    public async Task A_server_that_speaks_TLS_1_2_at_most_is_found()
    {
        using var certificates = LocalCertificates.Create("old", TimeProvider.System);
        await using var server = ScriptedServer.StartTls(
            ScriptedServer.ReplyJson(200, "{}"), certificates.Server, SslProtocols.Tls12);

        var report = await fixture.RunAsync(WithUrl(server.Url));

        Assert.That($"{report.Errors.Single()}", Does.Contain("TLS 1.2 at most"));
    }

    [Test]
    public async Task A_silent_target_is_found_at_the_deadline()
    {
        using var certificates = LocalCertificates.Create("silent", TimeProvider.System);
        await using var server = ScriptedServer.StartTls(
            (_, stop) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop), certificates.Server);
        var yaml = WithUrl(server.Url)
            .Replace("request: 20s", "request: 1s", StringComparison.Ordinal)
            .Replace("trust: {caFile: ca.pem}", Pin(certificates), StringComparison.Ordinal);

        var report = await fixture.RunAsync(yaml);

        Assert.That($"{report.Errors.Single()}", Does.Contain("within 1 s"));
    }

    [Test]
    public async Task Another_API_than_ours_is_found()
    {
        using var certificates = LocalCertificates.Create("other", TimeProvider.System);
        await using var server = ScriptedServer.StartTls(
            ScriptedServer.ReplyJson(404, "<html>"), certificates.Server);
        var yaml = WithUrl(server.Url)
            .Replace("trust: {caFile: ca.pem}", Pin(certificates), StringComparison.Ordinal);

        var report = await fixture.RunAsync(yaml);

        Assert.That(report.Errors.Select(finding => $"{finding}"), Has.Some.Contains("mend baseUrl"));
    }

    [Test]
    public async Task Pages_that_never_end_are_found()
    {
        using var certificates = LocalCertificates.Create("endless", TimeProvider.System);
        await using var server = ScriptedServer.StartTls(Endless, certificates.Server);
        var yaml = WithUrl(server.Url)
            .Replace("trust: {caFile: ca.pem}", Pin(certificates), StringComparison.Ordinal);

        var report = await fixture.RunAsync(yaml);

        Assert.That(report.Errors.Select(finding => $"{finding}"), Has.Some.Contains("more than 100 pages"));
    }

    // An environment that the target serves, and in which it defers nothing.
    private const string Deferring = """
            - id: env-2
              defer: true
              deferralTimeoutHours: 24
              interconnects:
                - id: ix1
                  maxBandwidthMbps: 10000
                  sizesMbps: [1, 1000]
                  channels: [{id: ch1, macsecManager: borealis}, {id: ch2, macsecManager: aurora}]

        """;

    // The environment in which the target defers, with another time, and as if it did not.
    private const string Hurried = """
            - {id: env-defer, defer: true, deferralTimeoutHours: 12, interconnects: [{id: ix1, maxBandwidthMbps: 10000,
               sizesMbps: [1], channels: [{id: ch1, macsecManager: borealis}]}]}

        """;

    private const string Unsaid = """
            - {id: env-defer, interconnects: [{id: ix1, maxBandwidthMbps: 10000, sizesMbps: [1],
               channels: [{id: ch1, macsecManager: borealis}]}]}

        """;

    // A hook with a URL at which there is nothing.
    private const string Accepting = """
          acceptConnection:
            http: {method: POST, url: "{baseUrl}/nowhere", body: {activationKey: "{activationKey}"}}

        """;

    private static string Pin(LocalCertificates certificates) =>
        $"trust: {{sha256: \"{Harness.Protocol.Client.ServerTrust.Fingerprint(certificates.Server)}\"}}";

    // Serves the providers and the environments as asked for, and lists without an end.
    private static async Task Endless(Stream stream, CancellationToken stop)
    {
        var head = await ScriptedServer.ReadHeadAsync(stream, stop);
        var path = head.Split(' ').ElementAtOrDefault(1)?.TrimStart('/') ?? "";
        var json = path.Contains('?', StringComparison.Ordinal)
            ? """{"nextPageToken":"more"}"""
            : $$"""{"name":"{{path}}"}""";
        var response = $"HTTP/1.1 200 x\r\nContent-Length: {json.Length}\r\nConnection: close\r\n\r\n{json}";
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(response), stop);
    }

    private string WithUrl(Uri url) => fixture.Yaml.Replace(
        fixture.Yaml.Split('\n')[1], $"baseUrl: \"{url}\"", StringComparison.Ordinal);
}
