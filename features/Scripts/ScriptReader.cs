using System.Globalization;
using Harness.Features.Target.Loading;
using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Simulator.Behaviours;
using Harness.Simulator.Scripts;

namespace Harness.Features.Scripts;

/// <summary>Reads the partner's scripts from YAML; <c>docs/simulator.md</c> says how they are written.</summary>
public static class ScriptReader
{
    private const string AnyOperation = "any";

    private static readonly string[] _operations =
        [AnyOperation, .. PublishedOperations.All.Select(operation => operation.Id)];

    /// <summary>Reads a script.</summary>
    /// <param name="yaml">Its text.</param>
    /// <param name="source">What messages call it.</param>
    /// <param name="target">Whose prefix the partner serves.</param>
    /// <returns>The script, or all that is wrong with it, by line.</returns>
    public static (Script? Script, IReadOnlyList<TargetFault> Faults) Read(
        string yaml, string source, ProviderName target) =>
        WholeYaml.Read(yaml, source, (map, _) => Read(map, target));

    private static Script Read(YamlMap map, ProviderName target)
    {
        var parameters = map.Map("parameters", Parameters) ?? [];
        return new Script(
            map.Text("script", "the script's name"),
            map.Text("about", "what the script does, in a sentence"),
            parameters,
            map.List("rules", (node, path) => map.Faults.Map(node, path, rule => Rule(rule, target, parameters))),
            map.List(
                "start",
                (node, path) => map.Faults.Map(node, path, call => CallReader.Read(call, parameters.Keys))));
    }

    private static Dictionary<string, string?> Parameters(YamlMap map) =>
        map.Keys.ToDictionary(name => name, name => map.OptionalText(name));

    private static ScriptRule Rule(YamlMap map, ProviderName target, Dictionary<string, string?> parameters)
    {
        var word = map.Word("on", _operations, AnyOperation);
        var operation = PublishedOperations.All.FirstOrDefault(published => published.Id == word);
        var known = parameters.Keys.Concat(CallReader.IdsOf(operation)).ToList();
        var answer = new AnswerReader(known).Read(map);
        return new ScriptRule(operation, Resource(map, target), Occasions(map), answer.Make, answer.CallsTarget);
    }

    private static ResourceName? Resource(YamlMap map, ProviderName target)
    {
        const string Expected = "a resource below the provider, such as environments/env-1/interconnects/ix1";
        if (map.OptionalText("at", Expected) is not { } path)
            return null;
        if (ResourceName.TryParse($"{target}/{path}", out var resource))
            return resource;
        map.Wrong("at", Expected);
        return null;
    }

    private static Occasions Occasions(YamlMap map)
    {
        const string Expected = "every, first, or numbers from 1 such as 3, 2-4 or 5+";
        var text = map.OptionalText("occasion", Expected) ?? "every";
        if (text is "every" or "first")
            return text == "every" ? Simulator.Behaviours.Occasions.Every : Simulator.Behaviours.Occasions.Only(1);
        var parts = text.TrimEnd('+').Split('-');
        var numbers = parts.Select(Number).ToList();
        if (numbers.TrueForAll(number => number is > 0) && numbers.Count <= 2 && (numbers.Count == 1 || text[^1] != '+')
            && numbers[0] <= numbers[^1])
            return new Occasions(numbers[0]!.Value, text[^1] == '+' ? null : numbers[^1]);
        map.Wrong("occasion", Expected);
        return Simulator.Behaviours.Occasions.Every;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
