using Harness.Protocol;
using Harness.Protocol.Resources;
using Harness.Reference.Common;
using Harness.Reference.Errors;
using Harness.Reference.Portal;
using Harness.Reference.Store;

namespace Harness.Reference.ActivationKeys;

/// <summary>Confirms the keys that the portal has issued.</summary>
public sealed class ActivationKeyOperations(Coordinator coordinator)
{
    /// <summary>
    /// Tells whether a key is valid. One that is establishes the customer's intent (CON-06); until it is used
    /// it can be confirmed again, so that a peer whose answer was lost can repeat its call (KEY-09).
    /// </summary>
    public async Task<Outcome<ConfirmActivationKeyResponse>> ConfirmAsync(
        EnvironmentName environment, ConfirmActivationKeyRequest? request, CancellationToken cancellation)
    {
        var exists = (environment, coordinator.Testbed.Find(environment) is not null);
        if (coordinator.Rules.Decide(CommonRules.ResourceExists, exists) is { } notFound)
            return notFound;
        if (request is not { Key: not null } and not { EncodedKey: not null })
            return new Refusal(
                ErrorCode.MissingField,
                "expected encodedKey with the base64 of the activation key, or the deprecated key; found neither");

        var presented = Presented(request);
        var confirmed = await coordinator.Store.DecideAsync(
            transaction => DecideAsync(transaction, environment, presented), cancellation);
        return new ConfirmActivationKeyResponse(confirmed is Outcome<bool>.Accepted);
    }

    private static ActivationKey? Presented(ConfirmActivationKeyRequest request) =>
        request.EncodedKey is null
            ? request.Key
            : ActivationKeyCodec.TryDecode(request.EncodedKey, out var decoded) ? decoded : null;

    private async Task<Outcome<bool>> DecideAsync(
        StoreTransaction transaction, EnvironmentName environment, ActivationKey? presented)
    {
        var known = presented?.SharedConnectionUuid is { } uuid
            ? await CustomerConnectionStore.TakeAsync(transaction, uuid)
            : null;
        // A key that was accepted here is the peer's: only who has issued a key can confirm it.
        var stored = known?.AcceptedKey is null ? known : null;
        var now = coordinator.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var @case = new ConfirmCase(environment, presented, stored, now);
        if (coordinator.Rules.FirstRefusal(ActivationKeyRules.Validity, @case) is { } invalid)
            return invalid;
        if (stored is not null)
            await CustomerConnectionStore.ConfirmAsync(transaction, stored.Id, now);
        return true;
    }
}
