using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Harness.Features.Target.Loading;

/// <summary>YAML read as the JSON that it stands for.</summary>
internal static class YamlJson
{
    /// <summary>The node as JSON.</summary>
    public static JsonNode? Of(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(
            mapping.Children.Select(pair => KeyValuePair.Create(pair.Key.ToString(), Of(pair.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Of)]),
        YamlScalarNode scalar when IsConstant(scalar, out var value) => value,
        _ => JsonValue.Create(((YamlScalarNode)node).Value),
    };

    /// <summary>
    /// Whether a scalar is a number, a truth value, null or empty. As YAML has it: what is not in quotes and looks
    /// like a number or a truth value is one.
    /// </summary>
    public static bool IsConstant(YamlScalarNode scalar, out JsonNode? value)
    {
        value = null;
        if (scalar.Style != ScalarStyle.Plain)
        {
            value = "";
            return scalar.Value?.Length == 0;
        }

        switch (scalar.Value)
        {
            case null or "" or "~" or "null":
                return true;
            case "true" or "false":
                value = scalar.Value == "true";
                return true;
            case var text when long.TryParse(
                text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number):
                value = number;
                return true;
            default:
                return false;
        }
    }
}
