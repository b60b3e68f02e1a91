using System.Text.Json;
using Harness.Certification.Runs;

namespace Harness.Certification.Reports.Json;

/// <summary>
/// Writes and reads <c>run.json</c>. What is written reads back equal; what was damaged, cut off or written by
/// another version is refused with the place.
/// </summary>
public static class RunJson
{
    /// <summary>Writes the run as UTF-8 JSON. The stream is left open.</summary>
    public static void Write(Run run, Stream output) =>
        JsonSerializer.Serialize(output, run, RunJsonContext.Default.Run);

    /// <summary>Reads a run from a file.</summary>
    /// <exception cref="ReportException">The file is missing, unreadable, damaged or of another format.</exception>
    public static Run ReadFile(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new ReportException(
                $"Expected a recorded run at '{path}', found that it cannot be read: {cause.Message} " +
                "Give the run.json that a certification wrote.", cause);
        }

        return Read(bytes, path);
    }

    /// <summary>Reads a run from its bytes.</summary>
    /// <param name="utf8">The whole file, with or without a byte order mark.</param>
    /// <param name="name">What an error calls it.</param>
    /// <exception cref="ReportException">It is damaged or of another format.</exception>
    public static Run Read(ReadOnlyMemory<byte> utf8, string name)
    {
        var json = WithoutByteOrderMark(utf8);
        try
        {
            RunJsonShape.Check(json.Span, name);
            return JsonSerializer.Deserialize(json.Span, RunJsonContext.Default.Run)
                ?? throw new ReportException($"{name}: expected a recorded run, found null. Give a whole run.json.");
        }
        catch (JsonException cause)
        {
            throw new ReportException(Describe(name, cause), cause);
        }
    }

    private static string Describe(string name, JsonException cause)
    {
        var line = (cause.LineNumber ?? 0) + 1;
        var column = (cause.BytePositionInLine ?? 0) + 1;
        var where = string.IsNullOrEmpty(cause.Path) ? "" : $" (at {cause.Path})";
        var found = cause.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0];
        return $"{name}:{line}:{column}: expected a run recorded as {Run.CurrentFormat}, found{where}: {found} " +
            "The file is damaged or was edited; give the run.json as the certification wrote it.";
    }

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> utf8) =>
        utf8.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? utf8[3..] : utf8;
}
