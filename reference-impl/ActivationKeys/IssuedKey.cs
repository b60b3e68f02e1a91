using Harness.Protocol.Resources;
using Harness.Reference.Portal;

namespace Harness.Reference.ActivationKeys;

/// <summary>The activation key of a customer's connection.</summary>
public static class IssuedKey
{
    /// <summary>
    /// The key exactly as it was given out (KEY-01). The environment is the accepting provider's: the source
    /// leaves open whose provider segment it names.
    /// </summary>
    public static ActivationKey Of(CustomerConnectionRow row) => new(
        row.KeyVersion,
        row.Environment,
        row.Uuid,
        row.KeyMbps,
        row.RemoteAccountId);
}
