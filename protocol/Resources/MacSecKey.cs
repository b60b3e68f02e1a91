namespace Harness.Protocol.Resources;

/// <summary>A MACsec key of a channel. <see cref="Cak"/> is a secret (SEC-05).</summary>
/// <param name="Name">Identifier, <c>.../channels/{channel}/macSecKeys/{macSecKey}</c>.</param>
/// <param name="Cak">Connectivity association key, 16 or 32 octets in hex (MAC-15).</param>
/// <param name="Ckn">Name of the key, 1 to 32 octets in hex (MAC-15).</param>
/// <param name="StartTime">Output only. When the server accepted the key (MAC-01).</param>
/// <param name="Active">Output only. Whether the router uses the key (MAC-06, MAC-13).</param>
public sealed record MacSecKey(
    string? Name = null,
    string? Cak = null,
    string? Ckn = null,
    DateTimeOffset? StartTime = null,
    bool? Active = null)
{
    /// <summary>Leaves out the key material (SEC-05).</summary>
    public override string ToString() => $"MacSecKey {{ {Name}, active {Active} }}";
}

/// <summary>Answer of ListMacSecKeys, which is not paged.</summary>
public sealed record ListMacSecKeysResponse(IReadOnlyList<MacSecKey>? MacSecKeys = null);
