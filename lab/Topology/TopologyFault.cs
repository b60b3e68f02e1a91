namespace Harness.Lab.Topology;

/// <summary>Something in a topology file that cannot be built as it stands.</summary>
/// <param name="Source">The file's name.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Path">Where in the file, such as <c>interconnects[1].channels[0].members</c>; may be empty.</param>
/// <param name="Expected">What could stand there.</param>
/// <param name="Found">What stands there.</param>
public sealed record TopologyFault(string Source, int Line, string Path, string Expected, string Found)
{
    /// <summary>One line with the place, fit to be printed.</summary>
    public override string ToString() =>
        $"{Source}:{Line}: {(Path.Length == 0 ? "file" : Path)}: expected {Expected}, found {Found}";
}
