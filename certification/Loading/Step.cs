namespace Harness.Certification.Loading;

/// <summary>A step of a scenario that can run.</summary>
public sealed class Step
{
    internal Step(ParsedStep parsed, StepCall call)
    {
        Keyword = parsed.Keyword;
        Text = parsed.Text;
        Line = parsed.Line;
        Argument = parsed.Argument;
        Call = call;
    }

    /// <summary>As written: <c>Given</c>, <c>And</c>, ...</summary>
    public string Keyword { get; }

    /// <summary>Without the keyword.</summary>
    public string Text { get; }

    /// <summary>In the feature file.</summary>
    public int Line { get; }

    /// <summary>Doc string or table, as text; null without one.</summary>
    public string? Argument { get; }

    internal StepCall Call { get; }

    public override string ToString() => $"{Keyword} {Text}";
}
