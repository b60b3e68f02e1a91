using System.Globalization;
using System.Text.Json.Nodes;

namespace Harness.Features.Target.Hooks;

/// <summary>What came of a hook. Closed: one of the nested records.</summary>
public abstract record HookOutcome
{
    private HookOutcome()
    {
    }

    /// <summary>It was done.</summary>
    /// <param name="Outputs">What came back; optional ones may be absent. They may be secrets (SEC-05).</param>
    public sealed record Done(IReadOnlyDictionary<string, JsonNode> Outputs) : HookOutcome
    {
        /// <summary>An output as text; null where it is absent.</summary>
        public string? Text(string output) => Outputs.GetValueOrDefault(output) switch
        {
            null => null,
            JsonValue value when value.TryGetValue<string>(out var text) => text,
            var other => other.ToJsonString(),
        };

        /// <summary>An output as a whole number; null where it is absent or none.</summary>
        public long? Number(string output) =>
            long.TryParse(Text(output), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;

        /// <summary>An output as a moment; null where it is absent or none.</summary>
        public DateTimeOffset? Moment(string output) =>
            DateTimeOffset.TryParse(
                Text(output), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
                ? moment
                : null;

        /// <summary>An output as a list of texts; a single value is a list of one.</summary>
        public IReadOnlyList<string> List(string output) => Outputs.GetValueOrDefault(output) switch
        {
            null => [],
            JsonArray array => [.. array.Select(item => item?.ToString() ?? "")],
            _ => [Text(output)!],
        };

        /// <summary>Names the outputs only (SEC-05).</summary>
        public override string ToString() => $"done, with {string.Join(", ", Outputs.Keys)}";
    }

    /// <summary>The target said no.</summary>
    /// <param name="Status">HTTP status; null where there is none.</param>
    /// <param name="Reason">What the target said, for people.</param>
    public sealed record Refused(int? Status, string Reason) : HookOutcome
    {
        /// <summary><c>a refusal with status 404: ...</c></summary>
        public string Describe() =>
            Status is null ? $"a refusal: {Reason}" : $"a refusal with status {Status}: {Reason}";
    }
}
