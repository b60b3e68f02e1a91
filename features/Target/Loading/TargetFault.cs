namespace Harness.Features.Target.Loading;

/// <summary>Something wrong with a target file.</summary>
/// <param name="Source">Path of the file, as it was given.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Path">The value, such as <c>hooks.createConnection.http.url</c>; empty for the whole file.</param>
/// <param name="Expected">What would be right.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Hint">What to do, or the nearest word that would be right; null without one.</param>
public sealed record TargetFault(
    string Source,
    int Line,
    string Path,
    string Expected,
    string Found,
    string? Hint = null)
{
    /// <summary>One line, place first.</summary>
    public override string ToString()
    {
        var where = Path.Length == 0 ? "" : $" {Path}:";
        return $"{Source}:{Line}:{where} expected {Expected}, found {Found}{(Hint is null ? "" : $"; {Hint}")}";
    }
}
