using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Harness.Certification.Text;

namespace Harness.Cli;

/// <summary>Says what is wrong with a command line, and what was probably meant.</summary>
internal static class CommandLineFaults
{
    /// <summary>One line for each fault; none where the command can be carried out.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var name = NameOf(parsed.CommandResult);
        var unknown = UnknownOptions(parsed).ToList();
        if (unknown.Count > 0)
            return [.. unknown.Select(word => $"{name}: unknown option {word}{OptionHint(parsed, word)}")];
        if (parsed.UnmatchedTokens is [var word0, ..] && command.Subcommands.Count > 0)
            return [$"{name}: unknown command {word0}{Nearest.Hint(word0, CommandsOf(command))}{See(name)}"];
        if (parsed.UnmatchedTokens.Count > 0)
            return [.. parsed.UnmatchedTokens.Select(extra => $"{name}: unexpected argument {extra}{See(name)}")];
        if (parsed.Errors.Count > 0 && command.Subcommands.Count > 0)
            return [$"{name}: expected a command: {string.Join(", ", CommandsOf(command))}{See(name)}"];
        return [.. parsed.Errors.Select(error => $"{name}: {OneLine(error.Message)}")];
    }

    // The parser takes an option that it does not know for a value of the option or argument before it.
    private static IEnumerable<string> UnknownOptions(ParseResult parsed) => parsed.Tokens
        .TakeWhile(token => token.Type != TokenType.DoubleDash)
        .Where(token => token.Type == TokenType.Argument && LooksLikeOption(token.Value))
        .Select(token => token.Value.Split('=', ':')[0])
        .Distinct();

    private static bool LooksLikeOption(string word) =>
        word.Length > 1
        && word[0] == '-'
        && !double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static string OptionHint(ParseResult parsed, string word)
    {
        var options = parsed.CommandResult.Command.Options
            .Concat(parsed.RootCommandResult.Command.Options.Where(option => option.Recursive))
            .Select(option => option.Name);
        return Nearest.Hint(word, options) is { Length: > 0 } hint ? hint : See(NameOf(parsed.CommandResult));
    }

    private static IEnumerable<string> CommandsOf(Command command) => command.Subcommands.Select(it => it.Name);

    private static string See(string name) => $"; see {name} --help";

    private static string NameOf(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{NameOf(parent)} {result.Command.Name}" : "harness";

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").TrimEnd('.');
}
