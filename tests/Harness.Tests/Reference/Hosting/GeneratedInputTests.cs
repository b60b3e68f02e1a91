using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Harness.Protocol.Operations;
using Harness.Tests.Reference.OpenApi;
using NUnit.Framework;

namespace Harness.Tests.Reference.Hosting;

/// <summary>
/// Generated requests on every published operation: whatever they hold, the answer is never 5xx, and a refusal
/// changes nothing (COM-05).
/// </summary>
public sealed class GeneratedInputTests
{
    private const int RequestsPerOperation = 25;

    private static readonly string[] FieldNames =
    [
        .. ContractFacts.Published().Values
            .SelectMany(section => section.Split('\n'))
            .Where(line => line.Contains(':', StringComparison.Ordinal))
            .Select(line => line.Trim().Split(' ', ':')[0])
            .Distinct(),
    ];

    private static readonly Gen<JsonNode?> Scalars = Gen.OneOf(
        Gen.Constant<JsonNode?>(null),
        Gen.Elements(true, false).Select(value => (JsonNode?)value),
        Gen.Elements(0L, -1L, 1L, 1024L, 4095L, int.MaxValue, long.MinValue).Select(value => (JsonNode?)value),
        Gen.Elements(1.5, -0.1, 1e308).Select(value => (JsonNode?)value),
        Gen.Elements("", " ", "\0", "é", "x/y", "169.254.1.0", "00", "FEATURE_TYPE_L3_BASE", "ISSUE_CONTEXT_X")
            .Select(value => (JsonNode?)value));

    private static readonly Gen<string> Texts = Gen.OneOf(
        Json(3).Select(node => node?.ToJsonString() ?? "null"),
        Json(3).Select(node => (node?.ToJsonString() ?? "null") + "}"),
        Json(3).Select(node => node?.ToJsonString() is { Length: > 1 } text ? text[..^1] : "{"),
        Gen.Elements("", "\"", "{\"a\":1,}", "[[[[", "nul", "\u0001", "{\"name\":\"\\ud800\"}"));

    private static readonly Gen<string> Queries = Gen.Elements(
        "", "?pageSize=-1", "?pageSize=99999999999", "?pageSize=1&pageToken=%00", "?pageToken=AAAA",
        "?connectionId=&featureId=&macSecKeyId=&issueId=", "?connectionId=x&featureId=x&macSecKeyId=x&issueId=x",
        "?updateMask=", "?updateMask=bandwidthMbps,,", "?updateMask=%F0%9F%98%80", "?&&=&a=b&a=c");

    private static IEnumerable<Operation> Operations => PublishedOperations.All;

    private TestReference reference = null!;

    [OneTimeSetUp]
    public async Task Start() => reference = await TestReference.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await reference.DisposeAsync();

    [TestCaseSource(nameof(Operations))]
    public async Task No_request_makes_the_server_fail_and_no_refused_one_changes_anything(Operation operation)
    {
        var requests = Texts.Zip(Queries).Sample(50, SeedOf(operation), RequestsPerOperation);
        foreach (var (body, query) in requests)
        {
            var changing = operation.Method != "GET";
            var before = changing ? await StateAsync() : "";
            using var request = new HttpRequestMessage(new HttpMethod(operation.Method), PathOf(operation) + query);
            if (operation.Method is "POST" or "PATCH")
                request.Content = Answers.Body(body);

            using var response = await reference.Borealis.SendAsync(request);

            Assert.That((int)response.StatusCode, Is.LessThan(500), $"{query} {body}");
            if (changing && !response.IsSuccessStatusCode)
                Assert.That(await StateAsync(), Is.EqualTo(before), $"{query} {body}");
        }
    }

    private static Gen<JsonNode?> Json(int depth) => depth == 0
        ? Scalars
        : Gen.OneOf(
            Scalars,
            Json(depth - 1).ListOf().Select(items => (JsonNode?)new JsonArray([.. items.Take(3).Select(Copy)])),
            Objects(depth),
            Objects(depth));

    private static Gen<JsonNode?> Objects(int depth) => Gen.Elements(FieldNames).Zip(Json(depth - 1)).ListOf().Select(
        fields => (JsonNode?)new JsonObject(
            fields.DistinctBy(field => field.Item1).Take(6).Select(
                field => KeyValuePair.Create(field.Item1, Copy(field.Item2)))));

    private static JsonNode? Copy(JsonNode? node) => node?.DeepClone();

    // One seed for each operation, so that a failure repeats.
    private static Rnd SeedOf(Operation operation) => new((ulong)operation.Id.Sum(character => character), 1);

    private static string PathOf(Operation operation) => "/" + operation.Template
        .Replace("{provider}", "borealis", StringComparison.Ordinal)
        .Replace("{environment}", "env-1", StringComparison.Ordinal)
        .Replace("{interconnect}", "ix1", StringComparison.Ordinal)
        .Replace("{channel}", "ch1", StringComparison.Ordinal)
        .Replace("{", "", StringComparison.Ordinal)
        .Replace("}", "", StringComparison.Ordinal);

    private async Task<string> StateAsync()
    {
        const string Interconnect = TestReference.Env1 + "/interconnects/ix1";
        var parts = new List<string>();
        foreach (var path in new[]
        {
            Interconnect, $"{Interconnect}/connections", $"{Interconnect}/channels/ch1/macSecKeys",
            $"{Interconnect}/channels/ch1/maintenanceEvents", "/providers/borealis/issues",
        })
            parts.Add((await reference.Borealis.GetJsonAsync(path)).ToJsonString());
        return string.Join('\n', parts);
    }
}
