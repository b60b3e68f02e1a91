using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Harness.Cli.Showing;

/// <summary>JSON for standard output, with characters as they are where JSON lets them be.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Options))
            write(writer);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
