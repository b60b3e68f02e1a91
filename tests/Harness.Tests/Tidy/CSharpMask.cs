namespace Harness.Tests.Tidy;

/// <summary>
/// Blanks what is not code in C#: comments, and text in literals, so that braces and words in them mislead no rule.
/// Line ends stay where they are.
/// </summary>
internal sealed class CSharpMask
{
    private readonly string _text;
    private readonly char[] _code;
    private readonly List<(int Line, string Text)> _comments = [];
    private int _at;
    private int _line = 1;

    private CSharpMask(string text)
    {
        _text = text;
        _code = text.ToCharArray();
    }

    public static (string Code, IReadOnlyList<(int Line, string Text)> Comments) Of(string text)
    {
        var mask = new CSharpMask(text);
        mask.Code(untilBrace: false);
        return (new string(mask._code), mask._comments);
    }

    private bool Sees(string what) => string.CompareOrdinal(_text, _at, what, 0, what.Length) == 0;

    private void Keep()
    {
        if (_text[_at] == '\n')
            _line++;
        _at++;
    }

    private void Blank(int count)
    {
        for (var end = Math.Min(_at + count, _text.Length); _at < end;)
        {
            if (_text[_at] != '\n')
                _code[_at] = ' ';
            Keep();
        }
    }

    private void Code(bool untilBrace)
    {
        for (var depth = 0; _at < _text.Length;)
        {
            if (untilBrace && depth == 0 && _text[_at] == '}')
                return;
            depth += _text[_at] switch { '{' => 1, '}' => -1, _ => 0 };
            Next();
        }
    }

    private void Next()
    {
        if (Sees("//"))
            LineComment();
        else if (Sees("/*"))
            BlockComment();
        else if (_text[_at] == '\'')
            Quoted('\'', holes: 0);
        else if (_text[_at] is '"' or '$' or '@')
            MaybeString();
        else
            Keep();
    }

    private void LineComment()
    {
        var end = _text.IndexOf('\n', _at);
        var comment = _text[_at..(end < 0 ? _text.Length : end)];
        if (!comment.StartsWith("///", StringComparison.Ordinal))
            _comments.Add((_line, comment[2..].Trim()));
        Blank(comment.Length);
    }

    private void BlockComment()
    {
        var end = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        var comment = _text[_at..(end < 0 ? _text.Length : end + 2)];
        foreach (var (index, line) in comment.Split('\n').Index())
            _comments.Add((_line + index, line.Trim().Trim('/', '*').Trim()));
        Blank(comment.Length);
    }

    // The start of a literal: any number of $, perhaps an @, and quotes; else an ordinary @name.
    private void MaybeString()
    {
        var at = _at;
        while (at < _text.Length && _text[at] is '$' or '@')
            at++;
        if (at >= _text.Length || _text[at] != '"')
        {
            Keep();
            return;
        }

        var prefix = _text[_at..at];
        var quotes = 0;
        while (at + quotes < _text.Length && _text[at + quotes] == '"')
            quotes++;
        Blank(prefix.Length);
        var holes = prefix.Count(c => c == '$');
        if (quotes >= 3 && !prefix.Contains('@'))
            Raw(quotes, holes);
        else if (prefix.Contains('@'))
            Verbatim(holes);
        else
            Quoted('"', holes);
    }

    private void Quoted(char quote, int holes)
    {
        Blank(1);
        while (_at < _text.Length && _text[_at] != quote && _text[_at] != '\n')
        {
            if (_text[_at] == '\\')
                Blank(2);
            else if (!MaybeHole(holes))
                Blank(1);
        }

        Blank(1);
    }

    private void Verbatim(int holes)
    {
        Blank(1);
        while (_at < _text.Length)
        {
            if (Sees("\"\""))
                Blank(2);
            else if (_text[_at] == '"')
                break;
            else if (!MaybeHole(holes))
                Blank(1);
        }

        Blank(1);
    }

    private void Raw(int quotes, int holes)
    {
        var end = new string('"', quotes);
        Blank(quotes);
        while (_at < _text.Length && !Sees(end))
        {
            if (!MaybeHole(holes))
                Blank(1);
        }

        Blank(quotes);
    }

    // A hole holds code, which stays; its own braces go, because they are not a block's.
    private bool MaybeHole(int holes)
    {
        if (holes == 0 || _text[_at] != '{')
            return false;
        var braces = 0;
        while (_at + braces < _text.Length && _text[_at + braces] == '{')
            braces++;
        if (holes == 1 ? braces % 2 == 0 : braces < holes)
        {
            Blank(braces);
            return true;
        }

        Blank(braces);
        Code(untilBrace: true);
        Blank(holes);
        return true;
    }
}
