using Harness.Protocol.Names;

namespace Harness.Reference.Network;

/// <summary>A MACsec key for the router.</summary>
/// <param name="Key">The key's name, which tells the channel.</param>
/// <param name="Ckn">Name of the key on the wire, in hex.</param>
/// <param name="Cak">The key itself, in hex: a secret (SEC-05).</param>
public sealed record KeyInstallation(MacSecKeyName Key, string Ckn, string Cak)
{
    /// <summary>Leaves out the key material (SEC-05).</summary>
    public override string ToString() => $"KeyInstallation {{ {Key} }}";
}
