using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Harness.Certification.Reports.Json;

/// <summary>A kind of file that the harness writes and reads again.</summary>
/// <param name="Format">Version of its layout, which it says itself.</param>
/// <param name="What">What it is, in words: <c>run</c>.</param>
/// <param name="Wanted">What to give in place of a damaged one.</param>
/// <param name="MostBytes">Larger than this is none; null for no bound.</param>
internal sealed record Recorded(string Format, string What, string Wanted, long? MostBytes = null);

/// <summary>
/// Reads what was written, and refuses what was damaged, cut off, or written by another version, with the place.
/// </summary>
internal static class StrictJson
{
    /// <exception cref="ReportException">It is missing, too large, damaged or of another format.</exception>
    public static T ReadFile<T>(string path, Recorded kind, JsonTypeInfo<T> type)
    {
        byte[] bytes;
        try
        {
            var length = new FileInfo(path).Length;
            if (length > kind.MostBytes)
                throw new ReportException(
                    $"{path}: expected a {kind.What} of at most {kind.MostBytes} bytes, found {length}. " +
                    $"Give {kind.Wanted}.");
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ReportException(
                $"Expected a recorded {kind.What} at '{path}', found that it cannot be read: {cause.Message} " +
                $"Give {kind.Wanted}.", cause);
        }

        return Read(bytes, path, kind, type);
    }

    /// <exception cref="ReportException">It is damaged or of another format.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> utf8, string name, Recorded kind, JsonTypeInfo<T> type)
    {
        var json = WithoutByteOrderMark(utf8);
        try
        {
            JsonShape.Check(json.Span, name, kind);
            return JsonSerializer.Deserialize(json.Span, type)
                ?? throw new ReportException(
                    $"{name}: expected a recorded {kind.What}, found null. Give {kind.Wanted}.");
        }
        catch (JsonException cause)
        {
            throw new ReportException(Describe(name, kind, cause), cause);
        }
    }

    private static string Describe(string name, Recorded kind, JsonException cause)
    {
        var line = (cause.LineNumber ?? 0) + 1;
        var column = (cause.BytePositionInLine ?? 0) + 1;
        var where = string.IsNullOrEmpty(cause.Path) ? "" : $" (at {cause.Path})";
        var found = cause.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0];
        return $"{name}:{line}:{column}: expected a {kind.What} recorded as {kind.Format}, found{where}: {found} " +
            $"The file is damaged or was edited; give {kind.Wanted}.";
    }

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> utf8) =>
        utf8.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? utf8[3..] : utf8;
}
