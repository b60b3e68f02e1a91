using System.Text.RegularExpressions;

namespace Harness.Certification.Selecting;

/// <summary>Reads tag expressions by recursive descent.</summary>
internal sealed partial class TagExpressionParser
{
    // Deeper nesting than a person writes would only exhaust the stack.
    private const int DeepestNesting = 100;

    private readonly string _text;
    private readonly List<(string Word, int Column)> _words;
    private int _at;
    private int _depth;

    public TagExpressionParser(string text)
    {
        _text = text;
        _words = [.. Word().Matches(text).Select(match => (match.Value, match.Index + 1))];
    }

    public TagExpression Parse()
    {
        var expression = Or();
        return _at == _words.Count ? expression : throw Unexpected("\"and\", \"or\" or the end");
    }

    private TagExpression Or()
    {
        var left = And();
        while (Take("or"))
            left = new TagExpression.Or(left, And());
        return left;
    }

    private TagExpression And()
    {
        var left = Not();
        while (Take("and"))
            left = new TagExpression.And(left, Not());
        return left;
    }

    private TagExpression Not()
    {
        if (++_depth > DeepestNesting)
            throw Unexpected($"at most {DeepestNesting} nested parts");
        var expression = Take("not") ? new TagExpression.Not(Not()) : Primary();
        _depth--;
        return expression;
    }

    private TagExpression Primary()
    {
        if (Take("("))
        {
            var inner = Or();
            return Take(")") ? inner : throw Unexpected("\")\"");
        }

        if (_at < _words.Count && _words[_at] is { Word: ['@', _, ..] } tag)
        {
            _at++;
            return new TagExpression.Tag(tag.Word, tag.Column);
        }

        throw Unexpected("a tag such as @COM-01");
    }

    private bool Take(string word)
    {
        if (_at >= _words.Count || _words[_at].Word != word)
            return false;
        _at++;
        return true;
    }

    private TagExpressionException Unexpected(string expected) => _at < _words.Count
        ? new TagExpressionException($"Expected {expected}, found \"{_words[_at].Word}\"", _words[_at].Column)
        : new TagExpressionException($"Expected {expected}, found the end", _text.Length + 1);

    [GeneratedRegex(@"[()]|[^\s()]+")]
    private static partial Regex Word();
}
