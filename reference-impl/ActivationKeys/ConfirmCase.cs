using Harness.Protocol.Resources;
using Harness.Reference.Portal;

namespace Harness.Reference.ActivationKeys;

/// <summary>A key to decide on.</summary>
/// <param name="Environment">The environment that ConfirmActivationKey was called on.</param>
/// <param name="Presented">The key as it was presented; null where it cannot be read.</param>
/// <param name="Stored">What the customer created under the key's UUID; null for nothing.</param>
/// <param name="Now">The protocol's time, in milliseconds since 1970.</param>
public sealed record ConfirmCase(
    EnvironmentName Environment, ActivationKey? Presented, CustomerConnectionRow? Stored, long Now);
