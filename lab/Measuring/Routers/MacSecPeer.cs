using System.Text.Json.Serialization;

namespace Harness.Lab.Measuring.Routers;

/// <summary>Whom a MACsec interface receives from.</summary>
/// <param name="SaList">The associations that it receives under.</param>
/// <param name="InPktsNotValid">Frames whose check failed: another key, or a change on the way.</param>
/// <param name="InPktsLate">Frames that were replayed.</param>
/// <param name="InPktsNotUsingSA">Frames under an association that it does not receive under.</param>
public sealed record MacSecPeer(
    IReadOnlyList<MacSecReceiving> SaList,
    [property: JsonPropertyName("InPktsNotValid")] long InPktsNotValid,
    [property: JsonPropertyName("InPktsLate")] long InPktsLate,
    [property: JsonPropertyName("InPktsNotUsingSA")] long InPktsNotUsingSA);
