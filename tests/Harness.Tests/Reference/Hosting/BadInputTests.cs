using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using NUnit.Framework;

namespace Harness.Tests.Reference.Hosting;

/// <summary>Whatever a caller sends, it is answered 4xx with a problem that gives nothing away (COM-05).</summary>
public sealed class BadInputTests
{
    private const string Issue = "/providers/borealis/issues?issueId=i1";

    private TestReference reference = null!;

    [OneTimeSetUp]
    public async Task Start() => reference = await TestReference.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await reference.DisposeAsync();

    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("\"text\"")]
    [TestCase("null")]
    [TestCase("{\"title\":{}}")]
    [TestCase("{\"title\":\"\\ud800\"}")]
    [TestCase("{\"priority\":1}")]
    [TestCase("{\"connectionContexts\":{}}")]
    [TestCase("{\"title\":\"t\",\"body\":\"b\"} trailing")]
    [TestCase("")]
    [TestCase("\u0000")]
    public async Task JSON_that_is_not_of_the_contracts_shape_is_refused_at_its_place(string body)
    {
        var detail = await reference.Borealis.PostJsonAsync(Issue, body).RefusedAsync(400, "COM-05");

        Assert.That(detail, Does.Not.Contain("System.").And.Not.Contain("Exception"));
    }

    [Test]
    public async Task The_place_of_what_is_wrong_is_told_and_not_its_value()
    {
        var detail = await reference.Borealis
            .PostJsonAsync(Issue, "{\"title\":\"t\",\n \"priority\":\"my-secret\"}")
            .RefusedAsync(400, "COM-05");

        Assert.That(detail, Does.Contain("$.priority").And.Contain("line 2").And.Not.Contain("my-secret"));
    }

    [TestCase(64, 400)]
    [TestCase(5000, 400)]
    public async Task Deep_nesting_is_refused(int depth, int status)
    {
        var body = $"{{\"title\":{string.Concat(Enumerable.Repeat("[", depth))}";

        await reference.Borealis.PostJsonAsync(Issue, body).RefusedAsync(status, "COM-05");
    }

    [TestCase("text/plain")]
    [TestCase("application/xml")]
    [TestCase("multipart/form-data; boundary=x")]
    public async Task A_body_of_another_type_is_refused(string type)
    {
        using var body = new StringContent("{}");
        body.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        await reference.Borealis.PostAsync(Issue, body).RefusedAsync(415, "COM-05");
    }

    [Test]
    public async Task Bytes_that_are_no_UTF8_are_refused()
    {
        using var body = new ByteArrayContent([.. "{\"title\":\""u8, 0xff, 0xfe, .. "\"}"u8]);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        await reference.Borealis.PostAsync(Issue, body).RefusedAsync(400, "COM-05");
    }

    [TestCase("GET", "/", 404)]
    [TestCase("GET", "/nothing", 404)]
    [TestCase("GET", "/providers/borealis/nothing", 404)]
    [TestCase("GET", "/providers/borealis/environments/env-1/interconnects/ix1/nothing/x", 404)]
    [TestCase("POST", "/providers", 405)]
    [TestCase("DELETE", "/providers/borealis/environments/env-1", 405)]
    [TestCase("PUT", "/providers/borealis/issues", 405)]
    [TestCase("WHATEVER", "/providers", 405)]
    public async Task An_unknown_path_or_method_is_refused(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        await reference.Borealis.SendAsync(request).RefusedAsync(status);
    }

    [TestCase("%ff")]
    [TestCase("..%2f..")]
    [TestCase("a%20b")]
    [TestCase("%E2%82%AC")]
    [TestCase("a;b=c")]
    public async Task An_id_that_no_name_could_have_is_answered_404(string id)
    {
        using var response = await reference.Borealis.GetAsync($"/providers/borealis/environments/{id}");

        Assert.That((int)response.StatusCode, Is.EqualTo(404).Or.EqualTo(400));
    }

    [Test]
    public async Task An_id_that_is_too_long_is_refused()
    {
        var id = new string('a', 129);
        const string Body = """{"title":"t","body":"b"}""";
        await reference.Borealis.PostJsonAsync($"/providers/borealis/issues?issueId={id}", Body)
            .RefusedAsync(400, "COM-05");
    }

    [Test]
    public async Task A_fault_of_the_server_is_answered_without_its_details_and_logged_with_them()
    {
        await using var broken = await TestReference.StartAsync(options => options with
        {
            Rules = options.Rules.Replace(Harness.Reference.Common.CommonRules.ResourceExists with
            {
                Decide = _ => throw new InvalidOperationException("internal matter"),
            }),
        });

        var detail = await broken.Borealis.GetAsync(TestReference.Env1).RefusedAsync(500);

        Assert.That(detail, Does.Contain("correlation id").And.Not.Contain("internal matter"));
        Assert.That(await broken.Log.LineAsync("internal matter"), Does.Contain("Error"));
    }

    [Test]
    public async Task A_log_line_tells_the_request_and_no_secret()
    {
        await reference.Borealis.PostJsonAsync(
            "/providers/borealis/environments/env-1/interconnects/ix-keys/channels/ch1/macSecKeys?macSecKeyId=k1",
            """{"cak":"00112233445566778899aabbccddeeff","ckn":"0b"}""").AcceptedAsync();

        var line = JsonNode.Parse(await reference.Log.LineAsync("macSecKeys"))!;
        var log = reference.Log.ToString();
        Assert.That((string?)line["method"], Is.EqualTo("POST"));
        Assert.That((string?)line["status"], Is.EqualTo("200"));
        Assert.That(log, Does.Not.Contain("00112233445566778899aabbccddeeff"));
        Assert.That(log, Does.Not.Contain(TestReference.BorealisToken));
    }
}
