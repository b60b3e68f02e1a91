namespace Harness.Features.Target.Preflight;

/// <summary>Something that was found before the run. Holds no secrets.</summary>
/// <param name="Severity">What it means for the run.</param>
/// <param name="Place">Where the target file speaks of it, <c>target.yaml:12</c>.</param>
/// <param name="Expected">What the file or the harness expects.</param>
/// <param name="Found">What the target showed.</param>
/// <param name="Action">What to do; null where nothing is to be done.</param>
public sealed record Finding(Severity Severity, string Place, string Expected, string Found, string? Action)
{
    /// <summary>One line, place first.</summary>
    public override string ToString() =>
        Severity == Severity.Ok
            ? $"{Place}: {Found}"
            : $"{Place}: expected {Expected}, found {Found}{(Action is null ? "" : $"; {Action}")}";
}
