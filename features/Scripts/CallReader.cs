using System.Text.Json.Nodes;
using Harness.Features.Target.Loading;
using Harness.Protocol.Operations;
using Harness.Simulator.Calling;

namespace Harness.Features.Scripts;

/// <summary>Reads a call of the partner to the target.</summary>
internal static class CallReader
{
    private const int MostAtATime = 64;

    private static readonly string[] _operations = [.. PublishedOperations.All.Select(operation => operation.Id)];

    /// <param name="map">The call.</param>
    /// <param name="known">Names that its placeholders may have.</param>
    public static TargetCall Read(YamlMap map, IEnumerable<string> known)
    {
        var word = map.Word("operation", _operations);
        var operation = PublishedOperations.All.First(published => published.Id == word);
        var call = new TargetCall(operation)
        {
            Ids = map.Map("ids", Texts) ?? [],
            Query = map.Map("query", Texts) ?? [],
            Body = map.Find("body") is { } body ? YamlJson.Of(body) : null,
            Times = (int)map.Number("times", 1, MostAtATime, absent: 1),
            Waits = map.Flag("wait", absent: true),
        };
        Demand(map, call, [.. known]);
        return call;
    }

    /// <summary>Ids that a request of an operation gives: those of its path, and of what it creates.</summary>
    public static IEnumerable<string> IdsOf(Operation? operation) => operation is null
        ? []
        : Placeholders.In(operation.Template).Concat(operation.Id switch
        {
            "CreateConnection" => ["connection"],
            "CreateFeature" => ["feature"],
            "CreateMacSecKey" => ["macSecKey"],
            "CreateIssue" => ["issue"],
            _ => (string[])[],
        });

    private static Dictionary<string, string> Texts(YamlMap map) =>
        map.Keys.ToDictionary(name => name, name => map.Text(name), StringComparer.Ordinal);

    // A placeholder without a value would only be found when the rule acts: too late for whoever wrote it.
    private static void Demand(YamlMap map, TargetCall call, List<string> known)
    {
        var within = known.Concat(call.Ids.Keys).Append("provider").ToList();
        var asked = Placeholders.In(call.Operation.Template).Select(name => (name, Needs: within))
            .Concat(call.Ids.Values.SelectMany(Placeholders.In).Select(name => (name, Needs: known)))
            .Concat(call.Query.Values.SelectMany(Placeholders.In).Select(name => (name, Needs: within)))
            .Concat(InBody(call.Body).Select(name => (name, Needs: within)));
        foreach (var (name, needs) in asked.Where(ask => !ask.Needs.Contains(ask.name)).Distinct())
            map.Faults.Add(
                map.Node,
                map.Path,
                $"a value for {{{name}}}: a parameter, an id of the request, or one below ids",
                $"{string.Join(", ", needs.Distinct().Order())}",
                YamlFaults.DidYouMean(name, needs));
    }

    private static IEnumerable<string> InBody(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => InBody(field.Value)),
        JsonArray list => list.SelectMany(InBody),
        JsonValue value when value.TryGetValue<string>(out var text) => Placeholders.In(text),
        _ => [],
    };
}
