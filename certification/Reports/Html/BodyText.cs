using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Harness.Certification.Reports.Html;

/// <summary>A body as a person reads it.</summary>
internal static class BodyText
{
    // Deeply nested brackets grow by their indentation alone: then the page would be the target's to fill.
    private const int MostGrowth = 4;

    private static readonly JsonWriterOptions _indented = new()
    {
        Indented = true,
        // The page encodes the result; here a reader wants to see the letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The body, indented when it is JSON, cut after so many characters with a line that says so.</summary>
    public static string Shown(string body, int limit) => Cut(Indented(body), limit);

    /// <summary>The text, cut after so many characters with a line that says so.</summary>
    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
            return text;
        var end = limit > 0 && char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
        return $"{text[..end]}\n[{text.Length - end} more characters are in run.json]";
    }

    private static string Indented(string body)
    {
        if (body.Length == 0 || body[0] is not ('{' or '['))
            return body;
        try
        {
            using var document = JsonDocument.Parse(body);
            var buffer = new ArrayBufferWriter<byte>(body.Length * 2);
            using (var writer = new Utf8JsonWriter(buffer, _indented))
                document.RootElement.WriteTo(writer);
            return buffer.WrittenCount > MostGrowth * body.Length ? body : Encoding.UTF8.GetString(buffer.WrittenSpan);
        }
        catch (Exception notJson) when (notJson is JsonException or InvalidOperationException)
        {
            // A target may send what only looks like JSON: then what it sent is what to show.
            return body;
        }
    }
}
