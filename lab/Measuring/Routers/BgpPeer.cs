using System.Text.Json.Serialization;

namespace Harness.Lab.Measuring.Routers;

/// <summary>A BGP session.</summary>
/// <param name="RemoteAs">The peer's ASN.</param>
/// <param name="State">FRR's word for its state, such as <c>Established</c> or <c>Idle (Admin)</c>.</param>
/// <param name="PrefixesReceived">How many routes were received; 0 without a session.</param>
/// <param name="Dropped">How often an established session ended.</param>
public sealed record BgpPeer(
    [property: JsonPropertyName("remoteAs")] long RemoteAs,
    [property: JsonPropertyName("state")] string State,
    [property: JsonPropertyName("pfxRcd")] long PrefixesReceived = 0,
    [property: JsonPropertyName("connectionsDropped")] long Dropped = 0)
{
    /// <summary>Whether the session stands.</summary>
    [JsonIgnore]
    public bool Established => State == "Established";
}
