namespace Harness.Cli.Showing;

/// <summary>A table as plain text, which can be read, searched and cut by other programs.</summary>
internal static class Columns
{
    /// <summary>Writes the rows under their headings; the last column takes what it needs.</summary>
    public static void Write(
        TextWriter output,
        IReadOnlyList<string> headings,
        IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<IReadOnlyList<string>> all = [headings, .. rows];
        var widths = Enumerable.Range(0, headings.Count).Select(column => all.Max(row => row[column].Length)).ToList();
        foreach (var row in all)
            output.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}
