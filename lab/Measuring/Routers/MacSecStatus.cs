using System.Text.Json.Serialization;

namespace Harness.Lab.Measuring.Routers;

/// <summary>A MACsec interface, as <c>ip -s -j macsec show</c> tells of it.</summary>
/// <param name="IfName">Name of the interface.</param>
/// <param name="EncodingSa">The association that it sends under; whether there is one is another question.</param>
/// <param name="SaList">The associations that it can send under.</param>
/// <param name="RxSc">Whom it receives from.</param>
/// <param name="Protect">Whether it protects at all; one that does not lets frames pass in the clear.</param>
/// <param name="Encrypt">Whether it encrypts, and does not only protect.</param>
public sealed record MacSecStatus(
    [property: JsonPropertyName("ifname")] string IfName,
    int EncodingSa,
    IReadOnlyList<MacSecSending> SaList,
    IReadOnlyList<MacSecPeer> RxSc,
    bool Protect,
    bool Encrypt)
{
    /// <summary>Reads all interfaces of a router.</summary>
    /// <exception cref="RouterOutputException">It is not what the command answers.</exception>
    public static IReadOnlyList<MacSecStatus> ReadAll(string json) =>
        RouterJson.Read<MacSecStatus[]>(json, "ip -s -j macsec show");

    /// <summary>Frames that arrived and were thrown away, for whatever reason.</summary>
    [JsonIgnore]
    public long Refused => RxSc.Sum(peer => peer.InPktsNotValid + peer.InPktsLate + peer.InPktsNotUsingSA);
}
