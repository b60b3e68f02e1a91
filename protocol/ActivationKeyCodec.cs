using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Harness.Protocol.Json;
using Harness.Protocol.Resources;

namespace Harness.Protocol;

/// <summary>Base64 of a key's JSON, the form in which keys are exchanged (KEY-01).</summary>
public static class ActivationKeyCodec
{
    /// <summary>Encodes <paramref name="key"/> as base64 of its UTF-8 JSON.</summary>
    public static string Encode(ActivationKey key) =>
        Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(key, ProtocolJson.Default.ActivationKey));

    /// <summary>
    /// Decodes base64 of a JSON object. False for anything else: no base64, no JSON, a wrong type (KEY-17).
    /// Whether all fields are present is for the caller to judge; see <see cref="IsComplete"/>.
    /// </summary>
    public static bool TryDecode(string? encoded, [NotNullWhen(true)] out ActivationKey? key)
    {
        key = null;
        if (string.IsNullOrWhiteSpace(encoded))
            return false;

        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var count))
            return false;

        try
        {
            key = JsonSerializer.Deserialize(bytes.AsSpan(0, count), ProtocolJson.Default.ActivationKey);
        }
        catch (JsonException)
        {
            return false;
        }

        return key is not null;
    }

    /// <summary>Whether all five fields that the contract requires are there.</summary>
    public static bool IsComplete(ActivationKey key) =>
        key is
        {
            Version: not null,
            DestinationEnvironmentUri: { Length: > 0 },
            SharedConnectionUuid: { Length: > 0 },
            ConnectionSizeMbps: not null,
            DestinationAccountId: { Length: > 0 },
        };
}
