namespace Harness.Reference.Portal;

/// <summary>Body of an accept at the portal.</summary>
/// <param name="ActivationKey">The key that the peer has issued, base64. A secret (SEC-05).</param>
/// <param name="AccountId">The customer's account here; the first one of the testbed where it is absent.</param>
public sealed record AcceptPortalConnection(string? ActivationKey = null, string? AccountId = null)
{
    /// <summary>Leaves out the key (SEC-05).</summary>
    public override string ToString() => $"AcceptPortalConnection {{ {AccountId} }}";
}
