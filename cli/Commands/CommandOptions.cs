using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using Harness.Certification.Text;

namespace Harness.Cli.Commands;

/// <summary>Makes the options that several commands have, with faults that say what was expected.</summary>
internal static class CommandOptions
{
    /// <summary>An option with a text, such as a path.</summary>
    public static Option<string?> Text(string name, string helpName, string description) =>
        new(name) { HelpName = helpName, Description = description };

    /// <summary>An option with a whole number within bounds.</summary>
    public static Option<int?> Number(string name, int least, int most, string description) => new(name)
    {
        HelpName = "N",
        Description = description,
        CustomParser = result => Parse(result, name, least, most),
    };

    /// <summary>An option with a duration in whole seconds or minutes.</summary>
    public static Option<int?> Seconds(string name, int least, int most, string description) => new(name)
    {
        HelpName = "TIME",
        Description = description,
        CustomParser = result =>
        {
            var found = result.Tokens[0].Value;
            var unit = found.EndsWith('m') ? 60 : 1;
            var number = found.TrimEnd(found.EndsWith('m') ? 'm' : 's');
            var culture = CultureInfo.InvariantCulture;
            if (int.TryParse(number, NumberStyles.None, culture, out var n) && n >= least && n <= most / unit)
                return n * unit;
            result.AddError($"{name}: expected a time such as 90s or 15m, at most {most}s, found {found}");
            return null;
        },
    };

    /// <summary>An option with one of a few words.</summary>
    public static Option<string?> Word(string name, IReadOnlyList<string> words, string description)
    {
        var option = new Option<string?>(name)
        {
            HelpName = string.Join('|', words),
            Description = description,
        };
        option.Validators.Add(result =>
        {
            foreach (var found in result.Tokens.Select(token => token.Value).Where(word => !words.Contains(word)))
                result.AddError(Unknown(name, found, words));
        });
        return option;
    }

    /// <summary>Says that a word is none of those that there are.</summary>
    public static string Unknown(string option, string found, IReadOnlyList<string> words) =>
        $"{option}: expected one of {string.Join(", ", words)}, found {found}{Nearest.Hint(found, words)}";

    private static int? Parse(ArgumentResult result, string name, int least, int most)
    {
        var found = result.Tokens[0].Value;
        var culture = CultureInfo.InvariantCulture;
        if (BigInteger.TryParse(found, NumberStyles.AllowLeadingSign, culture, out var n) && n >= least && n <= most)
            return (int)n;
        result.AddError($"{name}: expected a whole number from {least} to {most}, found {found}");
        return null;
    }
}
