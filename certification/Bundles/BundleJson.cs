using Harness.Certification.Reports;
using Harness.Certification.Reports.Json;

namespace Harness.Certification.Bundles;

/// <summary>
/// Writes and reads failure bundles. What is written reads back equal; what was damaged, cut off, written by another
/// version or is too large to be one is refused in one line.
/// </summary>
public static class BundleJson
{
    /// <summary>More than any bundle has: bodies and exchanges are bounded when they are recorded.</summary>
    public const long MostBytes = 256 * 1024 * 1024;

    private static readonly Recorded _bundle = new(
        FailureBundle.CurrentFormat, "failure bundle", "the bundle as the certification wrote it", MostBytes);

    /// <summary>Writes a bundle as UTF-8 JSON. The stream is left open.</summary>
    public static void Write(FailureBundle bundle, Stream output) =>
        System.Text.Json.JsonSerializer.Serialize(output, bundle, RunJsonContext.Default.FailureBundle);

    /// <summary>Reads a bundle from a file.</summary>
    /// <exception cref="ReportException">It is missing, damaged, too large or of another format.</exception>
    public static FailureBundle ReadFile(string path) =>
        StrictJson.ReadFile(path, _bundle, RunJsonContext.Default.FailureBundle);

    /// <summary>Reads a bundle from its bytes.</summary>
    /// <param name="utf8">The whole file.</param>
    /// <param name="name">What an error calls it.</param>
    /// <exception cref="ReportException">It is damaged or of another format.</exception>
    public static FailureBundle Read(ReadOnlyMemory<byte> utf8, string name) =>
        StrictJson.Read(utf8, name, _bundle, RunJsonContext.Default.FailureBundle);
}
