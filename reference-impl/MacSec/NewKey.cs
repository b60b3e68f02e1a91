using Harness.Protocol.Names;

namespace Harness.Reference.MacSec;

/// <summary>An accepted key, about to be stored.</summary>
/// <param name="InterconnectId">Row of the interconnect.</param>
/// <param name="Name">Full name.</param>
/// <param name="Ckn">Name on the wire, in hex.</param>
/// <param name="Cak">The key, in hex: a secret (SEC-05).</param>
/// <param name="StartTime">When it was accepted (MAC-01).</param>
/// <param name="IsRotation">Whether it takes the place of a key that was in use (MAC-12).</param>
/// <param name="Active">Whether it counts as active at once; never, unless a rule is broken (MAC-13).</param>
internal sealed record NewKey(
    long InterconnectId,
    MacSecKeyName Name,
    string Ckn,
    string Cak,
    DateTimeOffset StartTime,
    bool IsRotation,
    bool Active)
{
    /// <summary>Leaves out the key material (SEC-05).</summary>
    public override string ToString() => $"NewKey {{ {Name} }}";
}
