using System.Text.RegularExpressions;

namespace Harness.Certification.Loading;

/// <summary>
/// A step's expression, ready to be matched: a Cucumber expression, or a regular one between ^ and $.
/// </summary>
internal sealed class StepPattern
{
    private readonly Lazy<Regex> _regex;
    private readonly string _beginning;
    private readonly IReadOnlyList<ParameterType>? _parameters;

    private StepPattern(
        string expression,
        Lazy<Regex> regex,
        string beginning,
        IReadOnlyList<ParameterType>? parameters)
    {
        Expression = expression;
        _regex = regex;
        _beginning = beginning;
        _parameters = parameters;
    }

    public string Expression { get; }

    /// <exception cref="ExpressionException">The expression is not well formed.</exception>
    public static StepPattern Compile(string expression, IReadOnlyDictionary<string, ParameterType> types)
    {
        if (!expression.StartsWith('^') || !expression.EndsWith('$'))
        {
            var (pattern, parameters) = CucumberExpression.Read(expression, types);
            var lazy = new Lazy<Regex>(() => new Regex(pattern, RegexOptions.CultureInvariant));
            return new StepPattern(expression, lazy, CucumberExpression.BeginningOf(expression), parameters);
        }

        try
        {
            var regex = new Regex(expression, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            return new StepPattern(expression, new Lazy<Regex>(regex), beginning: "", parameters: null);
        }
        catch (ArgumentException wrong)
        {
            throw new ExpressionException($"Not a regular expression: {wrong.Message}");
        }
    }

    /// <summary>The arguments in the text, or null where it does not match.</summary>
    public IReadOnlyList<StepText>? Match(string text)
    {
        // Most steps differ in their first words: without this, loading would be spent in regular expressions.
        if (!text.StartsWith(_beginning, StringComparison.Ordinal))
            return null;
        var match = _regex.Value.Match(text);
        if (!match.Success)
            return null;
        return _parameters is null
            ? [.. match.Groups.Cast<Group>().Skip(1).Select(group => new StepText(group.Value, null))]
            : [.. _parameters.Select((type, index) => new StepText(match.Groups[$"p{index}"].Value, type))];
    }
}

/// <summary>An argument as it stands in a step's text.</summary>
/// <param name="Text">The text.</param>
/// <param name="Type">The parameter type that took it; null in a regular expression.</param>
internal sealed record StepText(string Text, ParameterType? Type);
