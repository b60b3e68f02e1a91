using Harness.Protocol;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Errors;
using Harness.Reference.Interconnects;
using Harness.Reference.Negotiations;
using Harness.Reference.Store;
using Harness.Reference.Testbed;

namespace Harness.Reference.Portal;

/// <summary>Accepts the keys that customers bring from the peer.</summary>
public sealed class AcceptOperations(Coordinator coordinator)
{
    private readonly Negotiator negotiator = new(coordinator);

    /// <summary>
    /// Checks the key and records the acceptance; the peer is asked next, and all else follows by itself (KEY-04 to
    /// KEY-08).
    /// </summary>
    public Task<Outcome<PortalConnection>> AcceptAsync(
        AcceptPortalConnection? request, CancellationToken cancellation)
    {
        var encoded = request?.ActivationKey?.Trim();
        ActivationKeyCodec.TryDecode(encoded, out var key);
        return coordinator.Store.DecideAsync<PortalConnection>(
            async transaction =>
            {
                var @case = await CaseAsync(transaction, key, request?.AccountId);
                if (coordinator.Rules.FirstRefusal(AcceptRules.Acceptance, @case) is { } refusal)
                    return refusal;
                var row = Row(@case, encoded!);
                await CustomerConnectionStore.AcceptAsync(transaction, row);
                var negotiation = new NegotiationRow
                {
                    Uuid = row.Uuid,
                    Step = NegotiationStep.ConfirmKey,
                    Environment = row.Environment,
                    BandwidthMbps = row.BandwidthMbps,
                };
                await negotiator.BeginAsync(transaction, negotiation);
                return PortalView.Of(row, [], negotiation);
            },
            cancellation);
    }

    private async Task<AcceptCase> CaseAsync(StoreTransaction transaction, ActivationKey? key, string? accountId)
    {
        var environment = EnvironmentOf(key);
        var account = coordinator.Testbed.FindCustomer(accountId);
        var known = key?.SharedConnectionUuid is { } uuid
            ? await CustomerConnectionStore.TakeAsync(transaction, uuid)
            : null;
        return new AcceptCase(
            key,
            environment,
            account,
            account?.ConnectionQuota is { } quota
                ? await CustomerConnectionStore.CountAsync(transaction, account.Id, quota)
                : 0,
            environment is null ? [] : await InterconnectStore.ListAsync(transaction, environment.Name),
            known);
    }

    // Whose provider segment the key carries the source leaves open: the peer's, or ours as the accepting one.
    private TestbedEnvironment? EnvironmentOf(ActivationKey? key)
    {
        if (!ResourceName.TryParse<EnvironmentName>(key?.DestinationEnvironmentUri?.TrimStart('/'), out var name))
            return null;
        var found = name.Provider.Id == coordinator.Testbed.Provider.Id
            ? coordinator.Testbed.FindEnvironment(name.Id)
            : coordinator.Testbed.Find(name);
        // Where the peer cannot be called no connection can be made.
        return found is not null && coordinator.Peers.Find(found.Peer) is not null ? found : null;
    }

    private static CustomerConnectionRow Row(AcceptCase @case, string encoded) => new()
    {
        Uuid = @case.Key!.SharedConnectionUuid!,
        Environment = @case.Environment!.Name.ToString(),
        BandwidthMbps = @case.Key.ConnectionSizeMbps!.Value,
        AccountId = @case.Account!.Id,
        KeyMbps = @case.Key.ConnectionSizeMbps.Value,
        KeyVersion = @case.Key.Version!.Value,
        AcceptedKey = encoded,
    };
}
