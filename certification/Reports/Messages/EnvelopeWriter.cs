using System.Text.Json;

namespace Harness.Certification.Reports.Messages;

/// <summary>Writes envelopes, one JSON object a line.</summary>
internal sealed class EnvelopeWriter(Stream output) : IDisposable
{
    private readonly Utf8JsonWriter _json = new(output);

    /// <summary>Writes an envelope that holds one message of that kind.</summary>
    public void Write(string kind, Action<MessageWriter> write)
    {
        _json.Reset();
        _json.WriteStartObject();
        new MessageWriter(_json).Object(kind, write);
        _json.WriteEndObject();
        _json.Flush();
        output.WriteByte((byte)'\n');
    }

    public void Dispose() => _json.Dispose();
}
