namespace Harness.Tests.Tidy;

/// <summary>Goes through masked C#, member by member.</summary>
internal sealed class Cursor(string code)
{
    public int At { get; private set; }

    public bool Sees(char c) => At < code.Length && code[At] == c;

    public bool Sees(string what) => string.CompareOrdinal(code, At, what, 0, what.Length) == 0;

    public void Step() => At = Math.Min(At + 1, code.Length);

    /// <summary>To the next member's first word, past its attributes; false at the end of the block or file.</summary>
    public bool ToMember()
    {
        while (At < code.Length && code[At] != '}')
        {
            if (char.IsWhiteSpace(code[At]) || code[At] is ';' or ',')
                Step();
            else if (code[At] == '[')
                PastBrackets();
            else if (code[At] == '#')
                ToLineEnd();
            else
                return true;
        }

        return false;
    }

    /// <summary>To where the member's body, value or end begins; gives the text up to there.</summary>
    public string ToEndOfHeader()
    {
        var start = At;
        while (At < code.Length && code[At] is not ('{' or '}' or ';' or '='))
        {
            if (code[At] is '(' or '[')
                PastBrackets();
            else
                Step();
        }

        return code[start..At];
    }

    /// <summary>Past the end of the member: its semicolon or closing brace, whichever ends it.</summary>
    public void ToEndOfMember()
    {
        var block = Sees('{');
        while (At < code.Length && code[At] is not (';' or '}'))
        {
            if (code[At] is not ('{' or '(' or '['))
            {
                Step();
                continue;
            }

            PastBrackets();
            if (block && !HasValue())
                return;
            block = false;
        }

        if (Sees(';'))
            Step();
    }

    // A property's braces may be followed by what it starts with.
    private bool HasValue()
    {
        var next = At;
        while (next < code.Length && char.IsWhiteSpace(code[next]))
            next++;
        return next < code.Length && code[next] == '=';
    }

    private void PastBrackets()
    {
        var depth = 0;
        do
        {
            depth += code[At] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            Step();
        }
        while (At < code.Length && depth > 0);
    }

    private void ToLineEnd()
    {
        while (At < code.Length && code[At] != '\n')
            Step();
    }
}
