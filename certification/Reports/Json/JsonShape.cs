using System.Text.Json;

namespace Harness.Certification.Reports.Json;

/// <summary>
/// Looks at a file before it is read: whether it is JSON to its end, which format it says it has, and
/// that no list holds a null, which the types alone cannot refuse.
/// </summary>
internal static class JsonShape
{
    /// <exception cref="ReportException">It is another format, or none.</exception>
    /// <exception cref="JsonException">It is not whole JSON, or a list holds a null.</exception>
    public static void Check(ReadOnlySpan<byte> json, string name, Recorded kind)
    {
        if (json.IsEmpty)
            throw new ReportException(
                $"{name}: expected a recorded {kind.What}, found an empty file. Give {kind.Wanted}.");

        var reader = new Utf8JsonReader(json);
        string? format = null;
        var inList = new Stack<bool>();
        while (reader.Read())
        {
            if (inList.Count == 1 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("format"))
                format = FormatAfter(ref reader);
            else
                Step(ref reader, inList);
        }

        if (format != kind.Format)
            throw new ReportException(
                $"{name}: expected a {kind.What} recorded as {kind.Format}, found {Shown(format)}. " +
                "Read it with the version of the harness that wrote it, or certify again.");
    }

    private static string? FormatAfter(ref Utf8JsonReader reader)
    {
        reader.Read();
        var format = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        reader.Skip();
        return format;
    }

    private static void Step(ref Utf8JsonReader reader, Stack<bool> inList)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray or JsonTokenType.StartObject:
                inList.Push(reader.TokenType == JsonTokenType.StartArray);
                break;
            case JsonTokenType.EndArray or JsonTokenType.EndObject:
                inList.Pop();
                break;
            case JsonTokenType.Null when inList.TryPeek(out var list) && list:
                throw new JsonException($"a null in a list, near byte {reader.TokenStartIndex}.");
            default:
                break;
        }
    }

    private static string Shown(string? format) => format is null ? "no format" : $"'{format}'";
}
