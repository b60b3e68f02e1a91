using System.Text.Json;
using Harness.Lab.Runtimes;

namespace Harness.Lab.Measuring.Meter;

/// <summary>A line that <c>meter.py</c> tells of its own sending.</summary>
/// <param name="Sent">How many packets it has sent.</param>
/// <param name="Begun">When the first packet was due, in nanoseconds of the lab's clock; null before the end.</param>
/// <param name="Ended">When it ceased to send, in nanoseconds of the lab's clock; null until then.</param>
internal sealed record MeterLine(long Sent, long? Begun = null, long? Ended = null)
{
    /// <summary>Reads all lines that are whole.</summary>
    /// <exception cref="LabException">One is not what <c>meter.py</c> writes.</exception>
    public static IEnumerable<MeterLine> ReadAll(string output) =>
        output.Split('\n')[..^1].Select(Read);

    private static MeterLine Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<MeterLine>(line, JsonSerializerOptions.Web)
                ?? throw new JsonException("It is null.");
        }
        catch (JsonException wrong)
        {
            throw new LabException($"The loss meter told what cannot be read: {line}", wrong);
        }
    }
}
