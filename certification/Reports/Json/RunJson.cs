using System.Text.Json;
using Harness.Certification.Runs;

namespace Harness.Certification.Reports.Json;

/// <summary>
/// Writes and reads <c>run.json</c>. What is written reads back equal; what was damaged, cut off or written by
/// another version is refused with the place.
/// </summary>
public static class RunJson
{
    private static readonly Recorded _run = new(Run.CurrentFormat, "run", "the run.json as the certification wrote it");

    /// <summary>Writes the run as UTF-8 JSON. The stream is left open.</summary>
    public static void Write(Run run, Stream output) =>
        JsonSerializer.Serialize(output, run, RunJsonContext.Default.Run);

    /// <summary>Reads a run from a file.</summary>
    /// <exception cref="ReportException">The file is missing, unreadable, damaged or of another format.</exception>
    public static Run ReadFile(string path) => StrictJson.ReadFile(path, _run, RunJsonContext.Default.Run);

    /// <summary>Reads a run from its bytes.</summary>
    /// <param name="utf8">The whole file, with or without a byte order mark.</param>
    /// <param name="name">What an error calls it.</param>
    /// <exception cref="ReportException">It is damaged or of another format.</exception>
    public static Run Read(ReadOnlyMemory<byte> utf8, string name) =>
        StrictJson.Read(utf8, name, _run, RunJsonContext.Default.Run);
}
