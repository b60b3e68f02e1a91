using System.Net.Security;
using System.Text;
using System.Text.Json.Nodes;
using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using NUnit.Framework;

namespace Harness.Tests.Protocol.Client;

public sealed class CoordinatorClientTests
{
    private static readonly ProviderName Self = new("borealis");
    private static readonly InterconnectName Interconnect = Self.Environment("env-1").Interconnect("ix1");
    private static readonly ConnectionName Connection = Interconnect.Connection("c-1");

    [Test]
    public async Task Every_operation_is_called_by_its_published_method_and_path()
    {
        var recorder = new Recorder();
        var client = recorder.Client("https://target.example/base/v1/");

        await CallEverythingAsync(client);

        Assert.That(recorder.Calls.Select(call => call.Operation),
            Is.EqualTo(PublishedOperations.All.Select(operation => operation.Id)));
        Assert.That(recorder.Calls.Select(call => call.Path), Has.All.StartsWith("/base/v1/"));
        Assert.That(
            recorder.Calls.Select(call =>
                PublishedOperations.Find(call.Method, call.Path["/base/v1/".Length..])?.Id),
            Is.EqualTo(recorder.Calls.Select(call => call.Operation)));
    }

    [Test]
    public async Task A_creation_carries_its_id_in_the_query_and_its_record_as_json()
    {
        var recorder = new Recorder();
        await recorder.Client("https://target.example").CreateConnectionAsync(Connection, new(BandwidthMbps: 100));

        var call = recorder.Calls.Single();
        Assert.That(call.Path, Is.EqualTo("/providers/borealis/environments/env-1/interconnects/ix1/connections"));
        Assert.That(call.Query, Is.EqualTo("?connectionId=c-1"));
        Assert.That(call.Body, Is.EqualTo("""{"bandwidthMbps":100}"""));
        Assert.That(call.ContentType, Is.EqualTo("application/json"));
    }

    [Test]
    public async Task Query_values_are_escaped_and_left_out_when_absent()
    {
        var recorder = new Recorder();
        var client = recorder.Client("https://target.example");
        await client.ListFeaturesAsync(Connection, 2, "a&b=c");
        await client.ListFeaturesAsync(Connection);
        await client.UpdateConnectionAsync(Connection, new(), "bandwidthMbps,adminState");

        Assert.That(recorder.Calls.Select(call => call.Query),
            Is.EqualTo(new[] { "?pageSize=2&pageToken=a%26b%3Dc", "", "?updateMask=bandwidthMbps%2CadminState" }));
    }

    [Test]
    public async Task A_success_carries_the_record_and_the_raw_response()
    {
        var client = new Recorder(200, """{"name":"n","extra":1}""").Client("https://target.example");

        var result = await client.GetConnectionAsync(Connection);

        Assert.That(result, Is.InstanceOf<ApiResult<Connection>.Success>());
        Assert.That(result.ValueOrDefault, Is.EqualTo(new Connection("n")));
        Assert.That((int?)result.Response.Json()?["extra"], Is.EqualTo(1));
    }

    [TestCase(409, """{"title":"t","detail":"d","requirement":"CON-04"}""", "CON-04")]
    [TestCase(404, "<html>", null)]
    [TestCase(302, "", null)]
    [TestCase(500, "[1]", null)]
    public async Task Any_other_status_is_a_refusal_with_its_body(int status, string body, string? requirement)
    {
        var client = new Recorder(status, body).Client("https://target.example");

        var result = await client.GetConnectionAsync(Connection);

        Assert.That(result.Status, Is.EqualTo(status));
        Assert.That(result.Response.Text, Is.EqualTo(body));
        Assert.That((result as ApiResult<Connection>.Refusal)?.Problem?.Requirement, Is.EqualTo(requirement));
        Assert.That(result.ValueOrDefault, Is.Null);
    }

    [TestCase("", "$")]
    [TestCase("null", "null")]
    [TestCase("[]", "$")]
    [TestCase("""{"bandwidthMbps":"hush"}""", "$.bandwidthMbps")]
    [TestCase("""{"adminState":"hush"}""", "$.adminState")]
    public async Task A_success_of_another_shape_is_malformed_and_says_where(string body, string place)
    {
        var client = new Recorder(200, body).Client("https://target.example");

        var result = await client.GetConnectionAsync(Connection);

        Assert.That((result as ApiResult<Connection>.Malformed)?.Reason, Does.Contain(place).And.Not.Contain("hush"));
    }

    [Test]
    public async Task Results_show_no_body_as_text()
    {
        var refusal = await new Recorder(400, "hush").Client("https://t.example").GetConnectionAsync(Connection);
        var success = await new Recorder(200, """{"activationKey":"hush"}""")
            .Client("https://t.example").GetConnectionAsync(Connection);

        Assert.That($"{refusal} {success} {refusal.Response} {RequestBody.Text("hush")}", Does.Not.Contain("hush"));
    }

    [Test]
    public async Task Anything_can_be_sent_raw()
    {
        var recorder = new Recorder(400, "no");
        var response = await recorder.Client("https://target.example/api").SendAsync(
            HttpMethod.Put, "providers/%2e%2e?x=1", RequestBody.Text("{\"open\":", "text/odd"));

        var call = recorder.Calls.Single();
        Assert.That(response.Status, Is.EqualTo(400));
        Assert.That(call.Body, Is.EqualTo("{\"open\":"));
        Assert.That(call.ContentType, Is.EqualTo("text/odd"));
        Assert.That(call.Operation, Is.Empty);
    }

    [Test]
    public async Task A_scheme_that_signs_sees_the_whole_request_and_adds_headers()
    {
        var recorder = new Recorder();
        var signer = new Signer();
        var client = recorder.Client("https://target.example");
        client = client.With(client.Options with { Authentication = signer });

        await client.CreateFeatureAsync(Connection.Feature("f"), new Feature(Channel: "c"));

        Assert.That(signer.Seen, Is.EqualTo(
            "POST https://target.example/providers/borealis/environments/env-1/interconnects/ix1/connections/c-1/"
            + """features?featureId=f {"channel":"c"} application/json"""));
        Assert.That(recorder.Calls.Single().Authorization, Is.EqualTo("SIG v"));
    }

    private static async Task CallEverythingAsync(CoordinatorClient client)
    {
        var environment = Interconnect.Environment;
        var channel = Interconnect.Channel("ch1");
        var key = channel.MacSecKey("k");
        var feature = Connection.Feature("f");
        var issue = Self.Issue("i");
        await client.ListProvidersAsync();
        await client.GetProviderAsync(Self);
        await client.ListEnvironmentsAsync(Self);
        await client.GetEnvironmentAsync(environment);
        await client.ConfirmActivationKeyAsync(environment, new());
        await client.ListInterconnectsAsync(environment);
        await client.GetInterconnectAsync(Interconnect);
        await client.ListChannelsAsync(Interconnect);
        await client.GetChannelAsync(channel);
        await client.NotifyMaintenanceAsync(channel, new());
        await client.RequestMacSecKeyRotationAsync(channel, new());
        await client.GetMaintenanceEventsAsync(channel);
        await client.ListMacSecKeysAsync(channel);
        await client.CreateMacSecKeyAsync(key, new());
        await client.GetMacSecKeyAsync(key);
        await client.DeleteMacSecKeyAsync(key);
        await client.ListConnectionsAsync(Interconnect);
        await client.CreateConnectionAsync(Connection, new());
        await client.GetConnectionAsync(Connection);
        await client.UpdateConnectionAsync(Connection, new());
        await client.DeleteConnectionAsync(Connection);
        await client.GenerateFeatureGuidanceAsync(Connection);
        await client.NotifyConnectionStatusAsync(Connection);
        await client.ListFeaturesAsync(Connection);
        await client.CreateFeatureAsync(feature, new());
        await client.GetFeatureAsync(feature);
        await client.DeleteFeatureAsync(feature);
        await client.ListIssuesAsync(Self);
        await client.CreateIssueAsync(issue, new());
        await client.GetIssueAsync(issue);
        await client.CloseIssueAsync(issue);
        await client.AddCommentAsync(issue, new());
        await client.ListCommentsAsync(issue);
    }

    private sealed class Signer : IRequestAuthentication
    {
        public string? Seen { get; private set; }

        public void Configure(SslClientAuthenticationOptions tls)
        {
        }

        public async ValueTask AuthenticateAsync(
            HttpRequestMessage request,
            ReadOnlyMemory<byte> body,
            CancellationToken cancellation)
        {
            await Task.Yield();
            Seen = $"{request.Method} {request.RequestUri} {JsonNode.Parse(body.Span)?.ToJsonString()} "
                + request.Content?.Headers.ContentType;
            request.Headers.TryAddWithoutValidation("Authorization", "SIG v");
        }
    }

    private sealed class Recorder(int status = 200, string body = "{}") : HttpMessageHandler
    {
        public List<Call> Calls { get; } = [];

        public CoordinatorClient Client(string baseUrl) => new(
            new HttpMessageInvoker(this),
            new ClientOptions(new Uri(baseUrl), NoAuthentication.Instance, TimeProvider.System));

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken)
        {
            request.Options.TryGetValue(CoordinatorClient.OperationKey, out var operation);
            Calls.Add(new Call(
                operation,
                request.Method.Method,
                request.RequestUri!.AbsolutePath,
                request.RequestUri.Query,
                request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken),
                request.Content?.Headers.ContentType?.ToString(),
                request.Headers.Authorization?.ToString()));
            return new HttpResponseMessage((System.Net.HttpStatusCode)status)
            {
                Content = new StringContent(body, Encoding.UTF8),
            };
        }

        internal sealed record Call(
            string? Operation,
            string Method,
            string Path,
            string Query,
            string? Body,
            string? ContentType,
            string? Authorization);
    }
}
