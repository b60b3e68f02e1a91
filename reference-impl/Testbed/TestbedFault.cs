namespace Harness.Reference.Testbed;

/// <summary>Something in a testbed file that cannot be read as it stands.</summary>
/// <param name="Source">The file's name.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Path">Where in the file, such as <c>environments[0].interconnects[1].state</c>.</param>
/// <param name="Expected">What could stand there.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Nearest">The valid word that looks most like it; null where none does.</param>
public sealed record TestbedFault(
    string Source, int Line, string Path, string Expected, string Found, string? Nearest = null)
{
    /// <summary>One line with the place, fit to be printed.</summary>
    public override string ToString() =>
        $"{Source}:{Line}: {(Path.Length == 0 ? "file" : Path)}: expected {Expected}, found {Found}"
        + (Nearest is null ? "" : $"; did you mean '{Nearest}'?");
}
