using System.Text.Json;
using System.Text.Json.Serialization;
using Harness.Protocol.Resources;

namespace Harness.Protocol.Json;

/// <summary>
/// The published words of each enum (COM-09): a prefix of its own and the value in capitals. An unknown
/// word or a number is malformed (COM-05).
/// </summary>
public static class EnumWords
{
    public sealed class AdminStateWords() : Words<AdminState>("ADMIN_STATE_");

    public sealed class VerificationStateWords() : Words<VerificationState>("VERIFICATION_STATE_");

    public sealed class ProvisioningStateWords() : Words<ProvisioningState>("PROVISIONING_STATE_");

    public sealed class InterconnectStateWords() : Words<InterconnectState>("INTERCONNECT_STATE_");

    public sealed class EnvironmentVisibilityWords() : Words<EnvironmentVisibility>("ENVIRONMENT_VISIBILITY_");

    public sealed class FeatureTypeWords() : Words<FeatureType>("FEATURE_TYPE_");

    public sealed class IssueStateWords() : Words<IssueState>("STATE_");

    public sealed class IssuePriorityWords() : Words<IssuePriority>("PRIORITY_");

    public sealed class IssueContextWords() : Words<IssueContext>("ISSUE_CONTEXT_");

    /// <summary>Reads and writes one enum; <c>InProgress</c> becomes <c>PREFIX_IN_PROGRESS</c>.</summary>
    public abstract class Words<TEnum> : JsonConverter<TEnum>
        where TEnum : struct, Enum
    {
        private readonly Dictionary<TEnum, string> words;
        private readonly Dictionary<string, TEnum> values;

        protected Words(string prefix)
        {
            words = Enum.GetValues<TEnum>().ToDictionary(
                value => value,
                value => prefix + JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()));
            values = words.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        }

        /// <summary>Every published word, in the order of the enum.</summary>
        public IReadOnlyCollection<string> All => words.Values;

        public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var word = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            return word is not null && values.TryGetValue(word, out var value)
                ? value
                : throw new JsonException($"expected one of {string.Join(", ", words.Values)}");
        }

        public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
            writer.WriteStringValue(words[value]);
    }
}
