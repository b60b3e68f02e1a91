using Harness.Certification.Bindings;

namespace Harness.Certification.Loading;

/// <summary>A step as written, placeholders filled in.</summary>
/// <param name="Keyword">As written: <c>Given</c>, <c>And</c>, ...</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Text">Without the keyword.</param>
/// <param name="Line">In the feature file.</param>
/// <param name="Table">Its data table, if any.</param>
/// <param name="DocString">Its doc string, if any.</param>
internal sealed record ParsedStep(
    string Keyword,
    StepKind Kind,
    string Text,
    int Line,
    DataTable? Table,
    string? DocString)
{
    public string? Argument => Table?.ToString() ?? DocString;
}
