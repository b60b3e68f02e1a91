using System.Text.Json;

namespace Harness.Certification.Reports.Messages;

/// <summary>Writes the members of one message, in the schema's own types.</summary>
internal sealed class MessageWriter(Utf8JsonWriter json)
{
    private const int NanosPerTick = 100;

    public void String(string name, string value) => json.WriteString(name, value);

    public void Number(string name, long value) => json.WriteNumber(name, value);

    public void Boolean(string name, bool value) => json.WriteBoolean(name, value);

    public void Object(string name, Action<MessageWriter> write)
    {
        json.WriteStartObject(name);
        write(this);
        json.WriteEndObject();
    }

    public void Objects<T>(string name, IEnumerable<T> items, Action<MessageWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(this, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public void Strings(string name, params IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    public void Location(int line) => Object("location", location => location.Number("line", line));

    public void Timestamp(string name, DateTimeOffset moment) => Ticks(name, (moment - DateTimeOffset.UnixEpoch).Ticks);

    public void Duration(string name, TimeSpan duration) => Ticks(name, duration.Ticks);

    private void Ticks(string name, long ticks)
    {
        var (seconds, rest) = Math.DivRem(ticks, TimeSpan.TicksPerSecond);
        Object(name, it =>
        {
            it.Number("seconds", seconds);
            it.Number("nanos", rest * NanosPerTick);
        });
    }
}
