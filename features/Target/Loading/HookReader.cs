using Harness.Features.Target.Hooks;
using YamlDotNet.RepresentationModel;

namespace Harness.Features.Target.Loading;

/// <summary>Reads the hooks, and checks their placeholders and outputs against <see cref="HookTable"/>.</summary>
internal sealed class HookReader(FileSurroundings surroundings, SecretReader secrets, AuthenticationReader trust)
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
    private static readonly string[] Drivers = ["http", "command", "prompt"];

    public IReadOnlyDictionary<Hook, HookDriver> Read(YamlMap map)
    {
        var hooks = new Dictionary<Hook, HookDriver>();
        foreach (var definition in HookTable.All)
            if (map.Map(definition.Name, inner => Driver(inner, definition)) is { } driver)
                hooks[definition.Hook] = driver;
        return hooks;
    }

    private HookDriver? Driver(YamlMap map, HookDefinition definition)
    {
        var driver = map.Map<HookDriver>("http", inner => Http(inner, definition))
            ?? map.Map<HookDriver>("command", inner => Command(inner, definition))
            ?? map.Map<HookDriver>("prompt", inner => Prompt(inner, definition));
        foreach (var key in Drivers)
            map.Find(key);
        if (map.Keys.Count(key => Drivers.Contains(key)) != 1)
            map.Faults.Add(
                map.Node, map.Path, $"one of the keys {string.Join(", ", Drivers)}",
                map.Keys.Any() ? string.Join(", ", map.Keys) : "nothing");
        return driver;
    }

    private HookDriver.Http Http(YamlMap map, HookDefinition definition) => new(
        map.Path,
        map.Word("method", Methods),
        NeededTemplate(map, "url", definition),
        map.Map("headers", inner => Headers(inner, definition)) ?? [],
        map.Find("body") is { } body ? Body(map, body, map.PathOf("body"), definition) : null,
        Expect(map),
        Outputs(map, definition),
        trust.Trust(map));

    private HookDriver.Command Command(YamlMap map, HookDefinition definition)
    {
        var run = map.List(
            "run",
            (node, path) => secrets.Template(map.Faults, node, path, Placeholders(definition)),
            "a list of a program and its arguments");
        return new HookDriver.Command(
            map.Path,
            run is [] ? [Template.Parse("true", (_, _) => new Secret("", ""))] : run,
            surroundings.Directory,
            Outputs(map, definition));
    }

    private HookDriver.Prompt Prompt(YamlMap map, HookDefinition definition)
    {
        var known = definition.Outputs.Select(output => output.Name).ToList();
        var fields = map.List(
            "fields",
            (node, path) => known.Count == 0
                ? Surplus(map, node, path, definition)
                : map.Faults.Word(node, path, known));
        foreach (var missing in definition.Outputs.Where(output => !output.Optional && !fields.Contains(output.Name)))
            map.Wrong("fields", $"{missing.Name}, {missing.Meaning}", "no such field");
        return new HookDriver.Prompt(map.Path, NeededTemplate(map, "text", definition), fields);
    }

    private static string? Surplus(YamlMap map, YamlNode node, string path, HookDefinition definition)
    {
        map.Faults.Add(node, path, $"no fields, as {definition.Name} brings nothing back", YamlFaults.Describe(node));
        return null;
    }

    private static Dictionary<string, JsonPath> Outputs(YamlMap map, HookDefinition definition)
    {
        var outputs = new Dictionary<string, JsonPath>(StringComparer.Ordinal);
        map.Map<object>("outputs", inner =>
        {
            foreach (var output in definition.Outputs)
            {
                if (inner.OptionalText(output.Name, JsonPath.Form) is not { } text)
                    continue;
                if (JsonPath.TryParse(text, out var path))
                    outputs[output.Name] = path;
                else
                    inner.Wrong(output.Name, JsonPath.Form);
            }

            return null;
        });
        foreach (var missing in definition.Outputs.Where(output => !output.Optional))
            if (map.Find("outputs") is not YamlMappingNode given
                || !given.Children.ContainsKey(new YamlScalarNode(missing.Name)))
                map.Wrong("outputs", $"{missing.Name}: {JsonPath.Form} ({missing.Meaning})", "no such output");
        return outputs;
    }

    private static IReadOnlyList<int> Expect(YamlMap map)
    {
        var statuses = map.Numbers("expect", 200, 399);
        return statuses.Count == 0 ? [200, 201, 202, 204] : statuses;
    }

    private static List<string> Placeholders(HookDefinition definition) =>
        [.. definition.Inputs.Concat(HookTable.Common).Select(value => value.Name)];

    private Template NeededTemplate(YamlMap map, string key, HookDefinition definition) => secrets.Template(
        map.Faults,
        map.Needed(key, "a text, perhaps with placeholders") ?? new YamlScalarNode("-"),
        map.PathOf(key),
        Placeholders(definition));

    private List<KeyValuePair<string, Template>> Headers(YamlMap map, HookDefinition definition) =>
    [
        .. map.Keys.ToList().Select(name => KeyValuePair.Create(
            name,
            secrets.Template(map.Faults, map.Find(name) ?? map.Node, map.PathOf(name), Placeholders(definition)))),
    ];

    private BodyTemplate Body(YamlMap map, YamlNode node, string path, HookDefinition definition)
    {
        map.Faults.Note(node, path);
        return node switch
        {
            YamlMappingNode mapping => new BodyTemplate.Structure(
            [
                .. mapping.Children.Select(pair => KeyValuePair.Create(
                    pair.Key.ToString(), Body(map, pair.Value, $"{path}.{pair.Key}", definition))),
            ]),
            YamlSequenceNode sequence => new BodyTemplate.Items(
                [.. sequence.Children.Select((item, i) => Body(map, item, $"{path}[{i}]", definition))]),
            YamlScalarNode scalar when YamlJson.IsConstant(scalar, out var value) => new BodyTemplate.Constant(value),
            _ => new BodyTemplate.Text(secrets.Template(map.Faults, node, path, Placeholders(definition))),
        };
    }
}
