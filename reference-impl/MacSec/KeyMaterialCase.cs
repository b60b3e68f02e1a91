namespace Harness.Reference.MacSec;

/// <summary>Key material to decide on. A secret (SEC-05).</summary>
/// <param name="Cak">Connectivity association key as it came.</param>
/// <param name="Ckn">Name of the key as it came.</param>
public sealed record KeyMaterialCase(string? Cak, string? Ckn)
{
    /// <summary>Names nothing of the key (SEC-05).</summary>
    public override string ToString() => "KeyMaterialCase { redacted }";
}
