using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Harness.Simulator.Serving;

/// <summary>A request of the target, read whole.</summary>
/// <param name="Address">What it addresses.</param>
/// <param name="Path">Below the API root, without a leading slash.</param>
/// <param name="Body">As UTF-8 text; empty without one.</param>
public sealed record PartnerRequest(Address Address, string Path, string Body)
{
    /// <summary>Reads the body as a record of the contract; false where it is not of that shape (COM-05).</summary>
    public bool TryRead<T>(JsonTypeInfo<T> type, [NotNullWhen(true)] out T? value)
        where T : class
    {
        try
        {
            value = JsonSerializer.Deserialize(Body, type);
        }
        catch (JsonException)
        {
            value = null;
        }

        return value is not null;
    }

    /// <summary>Leaves out the body (SEC-05).</summary>
    public override string ToString() => $"{Address.Operation} {Path}";
}
