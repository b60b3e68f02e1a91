using System.Text.Json.Nodes;

namespace Harness.Features.Target.Hooks;

/// <summary>
/// A request body with placeholders. In a structure, a value that is one placeholder and nothing else takes the
/// JSON type of what is filled in, so that a number stays a number. Closed: one of the nested records.
/// </summary>
public abstract record BodyTemplate
{
    private BodyTemplate()
    {
    }

    /// <summary>The templates in it.</summary>
    public abstract IEnumerable<Template> Templates { get; }

    /// <summary>The body with its placeholders filled in.</summary>
    public abstract JsonNode? Fill(IReadOnlyDictionary<string, JsonNode?> values);

    /// <summary>An object of named values.</summary>
    public sealed record Structure(IReadOnlyList<KeyValuePair<string, BodyTemplate>> Fields) : BodyTemplate
    {
        public override IEnumerable<Template> Templates => Fields.SelectMany(pair => pair.Value.Templates);

        public override JsonNode Fill(IReadOnlyDictionary<string, JsonNode?> values)
        {
            var filled = new JsonObject();
            foreach (var (name, value) in Fields)
                filled[name] = value.Fill(values);
            return filled;
        }
    }

    /// <summary>An array.</summary>
    public sealed record Items(IReadOnlyList<BodyTemplate> Values) : BodyTemplate
    {
        public override IEnumerable<Template> Templates => Values.SelectMany(value => value.Templates);

        public override JsonNode Fill(IReadOnlyDictionary<string, JsonNode?> values) =>
            new JsonArray([.. Values.Select(value => value.Fill(values))]);
    }

    /// <summary>A text with placeholders.</summary>
    public sealed record Text(Template Value) : BodyTemplate
    {
        public override IEnumerable<Template> Templates => [Value];

        public override JsonNode? Fill(IReadOnlyDictionary<string, JsonNode?> values) =>
            Value.Whole is { } placeholder
                ? values[placeholder]?.DeepClone()
                : JsonValue.Create(Value.Fill(name => values[name]?.ToString() ?? ""));
    }

    /// <summary>A number, a truth value or null, as it stands in the file.</summary>
    public sealed record Constant(JsonNode? Value) : BodyTemplate
    {
        public override IEnumerable<Template> Templates => [];

        public override JsonNode? Fill(IReadOnlyDictionary<string, JsonNode?> values) => Value?.DeepClone();
    }
}
