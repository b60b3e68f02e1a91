using System.Text.Json.Nodes;
using Harness.Protocol;
using Harness.Protocol.Names;

namespace Harness.Features.World;

/// <summary>A customer's wish for a connection, and the activation key that the portal gave for it.</summary>
/// <param name="uuid">Id of the connection at both providers.</param>
/// <param name="sizeMbps">Bandwidth that the customer chose, in Mbps.</param>
/// <param name="encodedKey">The key as the customer got it. A secret (SEC-05).</param>
public sealed class Intent(string uuid, int sizeMbps, string encodedKey)
{
    public string Uuid { get; } = uuid;

    public int SizeMbps { get; } = sizeMbps;

    public string EncodedKey { get; } = encodedKey;

    /// <summary>Whether there is nothing left at the target that the customer could delete.</summary>
    public bool Ended { get; set; }

    /// <summary>The connection of this intent on an interconnect.</summary>
    public ConnectionName On(AgreedInterconnect interconnect) => interconnect.Name.Connection(Uuid);

    /// <summary>The body that creates the connection.</summary>
    public JsonObject Body(int? bandwidthMbps = null) => new()
    {
        ["bandwidthMbps"] = bandwidthMbps ?? SizeMbps,
        ["activationKey"] = EncodedKey,
    };

    /// <summary>The decoded key, to be changed freely; null where it does not decode.</summary>
    public JsonObject? Key() =>
        ActivationKeyCodec.TryDecode(EncodedKey, out _)
            ? JsonNode.Parse(Convert.FromBase64String(EncodedKey)) as JsonObject
            : null;

    /// <summary>Encodes a changed key as keys are exchanged.</summary>
    public static string Encode(JsonNode key) =>
        Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(key.ToJsonString()));

    /// <summary>Leaves out the key (SEC-05).</summary>
    public override string ToString() => $"intent {Uuid} of {SizeMbps} Mbps";
}
