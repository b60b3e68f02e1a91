using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Harness.Features.World;

/// <summary>What a proposed key's CAK or CKN looks like (MAC-15), as features word it.</summary>
/// <param name="Field"><c>cak</c> or <c>ckn</c>.</param>
/// <param name="Octets">Its length in octets; null where that is not what it is about.</param>
/// <param name="Flaw">What is wrong with it otherwise, in the feature's words; empty for nothing.</param>
public sealed partial record KeyShape(string Field, int? Octets, string Flaw)
{
    /// <summary>Regular expression of the words.</summary>
    public const string Words =
        "(?:a|an empty|no) (?:CAK|CKN)(?: of [0-9]+ octets?| that is not hex| with a digit too many)?";

    private const int UsualOctets = 16;

    /// <summary>Reads the words, such as <c>a CAK of 17 octets</c> or <c>no CKN</c>.</summary>
    /// <exception cref="FormatException">They are others.</exception>
    public static KeyShape Parse(string words)
    {
        var match = Pattern().Match(words);
        if (!match.Success)
            throw new FormatException($"expected what a CAK or CKN looks like, found '{words}'");
        var octets = match.Groups["octets"];
        var article = match.Groups["article"].Value;
        return new KeyShape(
            match.Groups["field"].Value.ToLowerInvariant(),
            octets.Success ? int.Parse(octets.Value) : null,
            article == "a" ? match.Groups["flaw"].Value : article);
    }

    /// <summary>Gives the body such a CAK or CKN.</summary>
    /// <param name="body">Body of a CreateMacSecKey.</param>
    /// <param name="data">Where hex comes from.</param>
    /// <param name="taken">CKNs that are in use on the channel, and so not to be had again.</param>
    public void Apply(JsonObject body, TestData data, IReadOnlyCollection<string> taken)
    {
        switch (Flaw)
        {
            case "no":
                body.Remove(Field);
                break;
            case "an empty":
                body[Field] = "";
                break;
            case "that is not hex":
                body[Field] = $"xy{data.Hex(UsualOctets - 1)}";
                break;
            case "with a digit too many":
                body[Field] = $"{data.Hex(UsualOctets)}0";
                break;
            default:
                body[Field] = Fresh(data, Octets ?? UsualOctets, taken);
                break;
        }
    }

    private static string Fresh(TestData data, int octets, IReadOnlyCollection<string> taken)
    {
        var hex = data.Hex(octets);
        while (taken.Contains(hex, StringComparer.OrdinalIgnoreCase))
            hex = data.Hex(octets);
        return hex;
    }

    [GeneratedRegex(
        "^(?<article>a|an empty|no) (?<field>CAK|CKN)"
        + "(?: of (?<octets>[0-9]+) octets?| (?<flaw>that is not hex|with a digit too many))?$")]
    private static partial Regex Pattern();
}
