using System.Text.Json.Serialization;

namespace Harness.Lab.Measuring.Routers;

/// <summary>An association that an interface receives under.</summary>
/// <param name="An">Its number, 0 to 3.</param>
/// <param name="Active">Whether it may be used.</param>
/// <param name="Key">Identifier of the key, 16 octets in hex.</param>
/// <param name="InPktsOK">How many frames were accepted under it.</param>
public sealed record MacSecReceiving(
    int An, bool Active, string Key, [property: JsonPropertyName("InPktsOK")] long InPktsOK);
