using System.Text;
using System.Text.RegularExpressions;
using Harness.Certification.Text;

namespace Harness.Certification.Loading;

/// <summary>
/// Turns a Cucumber expression into a regular expression: parameters <c>{int}</c>, optional text <c>(s)</c>,
/// alternatives <c>a/b</c>, and any of their signs taken literally after a backslash.
/// </summary>
internal sealed class CucumberExpression
{
    private readonly string _text;
    private readonly IReadOnlyDictionary<string, ParameterType> _types;
    private readonly List<ParameterType> _parameters = [];
    private int _at;

    private CucumberExpression(string text, IReadOnlyDictionary<string, ParameterType> types)
    {
        _text = text;
        _types = types;
    }

    /// <summary>Reads the expression; its parameters are the groups <c>p0</c>, <c>p1</c>, ...</summary>
    /// <exception cref="ExpressionException">It is not well formed, or names an unknown parameter type.</exception>
    public static (string Pattern, IReadOnlyList<ParameterType> Parameters) Read(
        string text,
        IReadOnlyDictionary<string, ParameterType> types)
    {
        var expression = new CucumberExpression(text, types);
        var pattern = expression.Read();
        return ($"^{pattern}$", expression._parameters);
    }

    /// <summary>The words before the first one with a sign in it: every text that matches begins with them.</summary>
    public static string BeginningOf(string text)
    {
        var sign = text.IndexOfAny(['{', '(', '/', '\\']);
        return sign < 0 ? text : text[..(text.LastIndexOf(' ', sign) + 1)];
    }

    private string Read()
    {
        var pattern = new StringBuilder();
        while (_at < _text.Length)
        {
            if (char.IsWhiteSpace(_text[_at]))
                pattern.Append(Regex.Escape(_text[_at++].ToString()));
            else if (_text[_at] == '{')
                pattern.Append(Parameter());
            else
                pattern.Append(Word());
        }

        return pattern.ToString();
    }

    private string Parameter()
    {
        var end = _text.IndexOf('}', _at);
        if (end < 0)
            throw new ExpressionException($"Expected a }} to end the parameter at \"{_text[_at..]}\"");
        var name = _text[(_at + 1)..end];
        if (!_types.TryGetValue(name, out var type))
            throw new ExpressionException(
                $"There is no parameter type \"{name}\"{Nearest.Hint(name, _types.Keys.Where(key => key != ""))}");
        _at = end + 1;
        _parameters.Add(type);
        return $"(?<p{_parameters.Count - 1}>{type.Pattern})";
    }

    // Runs to the next blank or parameter; slashes divide it into alternatives.
    private string Word()
    {
        var alternatives = new List<string>();
        var current = new StringBuilder();
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] != '{')
        {
            switch (_text[_at])
            {
                case '/':
                    alternatives.Add(Alternative(current));
                    _at++;
                    break;
                case '(':
                    current.Append(Optional());
                    break;
                default:
                    current.Append(Regex.Escape(Literal().ToString()));
                    break;
            }
        }

        if (alternatives.Count == 0)
            return current.ToString();
        alternatives.Add(Alternative(current));
        return $"(?:{string.Join('|', alternatives)})";
    }

    private string Alternative(StringBuilder current)
    {
        if (current.Length == 0)
            throw new ExpressionException($"Expected text on both sides of / in \"{_text}\"; write \\/ for a slash");
        var alternative = current.ToString();
        current.Clear();
        return alternative;
    }

    private string Optional()
    {
        var text = new StringBuilder();
        _at++;
        while (_at < _text.Length && _text[_at] != ')')
        {
            if (_text[_at] is '(' or '{')
                throw new ExpressionException($"Expected plain text in ( ), found {_text[_at]} in \"{_text}\"");
            text.Append(Regex.Escape(Literal().ToString()));
        }

        if (_at++ >= _text.Length)
            throw new ExpressionException($"Expected a ) to end the optional text in \"{_text}\"");
        return text.Length > 0
            ? $"(?:{text})?"
            : throw new ExpressionException($"Expected text between ( and ) in \"{_text}\"; write \\( for a bracket");
    }

    private char Literal()
    {
        if (_text[_at] == '\\' && _at + 1 < _text.Length)
            _at++;
        return _text[_at++];
    }
}
