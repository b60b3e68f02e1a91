using System.Text;
using Harness.Certification.Reports;
using Harness.Cli.Efficacy.Running;
using Harness.Cli.Showing;

namespace Harness.Cli.Efficacy.Reporting;

/// <summary>Writes the kill matrix: for people, for programs, and the figure that every report shows.</summary>
internal static class MatrixFiles
{
    private const string Document = "efficacy.md";
    private const string Whole = "efficacy.json";
    private const string Figure = "figure.json";

    /// <summary>Writes into a directory. What people have written above the generated part stays.</summary>
    public static void Write(KillMatrix matrix, string directory, TextWriter output)
    {
        var document = Path.Combine(directory, Document);
        var before = File.Exists(document) ? File.ReadAllText(document) : null;
        WriteText(document, MatrixMarkdown.Of(matrix, before), output);
        WriteText(Path.Combine(directory, Whole), MatrixJson.Whole(matrix), output);
        WriteText(Path.Combine(directory, Figure), MatrixJson.Figure(matrix), output);
    }

    private static void WriteText(string path, string text, TextWriter output)
    {
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        output.WriteLine($"  {Paths.Shown(path)}");
    }
}
