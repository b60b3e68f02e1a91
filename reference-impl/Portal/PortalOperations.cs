using System.Globalization;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Connections;
using Harness.Reference.Errors;
using Harness.Reference.Interconnects;
using Harness.Reference.Negotiations;
using Harness.Reference.Outbox;
using Harness.Reference.Paging;
using Harness.Reference.Store;

namespace Harness.Reference.Portal;

/// <summary>What a customer may do at the portal.</summary>
public sealed class PortalOperations(Coordinator coordinator)
{
    private readonly ConnectionRemoval removal = new(coordinator);
    private readonly MigrationOperations migrations = new(coordinator);

    private long Now => coordinator.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Records the customer's intent and issues the key; the peer is not called (KEY-01 to KEY-03).</summary>
    public Task<Outcome<PortalConnection>> CreateAsync(
        CreatePortalConnection? request, CancellationToken cancellation) =>
        coordinator.Store.DecideAsync<PortalConnection>(
            async transaction =>
            {
                var @case = await CaseAsync(transaction, request ?? new CreatePortalConnection());
                if (coordinator.Rules.FirstRefusal(PortalRules.Creation, @case) is { } refusal)
                    return refusal;
                var row = Row(@case);
                await CustomerConnectionStore.AddAsync(transaction, row);
                return PortalView.Of(row, [], negotiation: null);
            },
            cancellation);

    public Task<Outcome<PortalConnection>> GetAsync(string id, CancellationToken cancellation) =>
        coordinator.Store.ReadAsync<Outcome<PortalConnection>>(
            async transaction => await CustomerConnectionStore.FindAsync(transaction, id) is { DeletedAt: null } row
                ? await PortalView.ReadAsync(transaction, row)
                : NotFound(),
            cancellation);

    public async Task<Outcome<PortalList>> ListAsync(
        int? pageSize, string? pageToken, CancellationToken cancellation)
    {
        var asked = coordinator.Pager.Read("portal/v1/connections", pageSize, pageToken);
        return asked switch
        {
            Outcome<PageRequest>.Accepted(var request) => await ListAsync(request, cancellation),
            Outcome<PageRequest>.Refused(var refusal) => refusal,
            _ => throw new InvalidOperationException("an outcome is either accepted or refused"),
        };
    }

    /// <summary>
    /// Records the customer's change of bandwidth and reserves for it; the peer is asked next, and the network
    /// is changed when it agrees (UPD-06). What fits on another interconnect only is migrated there (UPD-09).
    /// </summary>
    public Task<Outcome<PortalConnection>> UpdateAsync(
        string id, UpdatePortalConnection? request, CancellationToken cancellation) =>
        coordinator.Store.DecideAsync<PortalConnection>(
            async transaction =>
            {
                var placements = await ConnectionStore.PlacementsAsync(transaction, id);
                if (await CustomerConnectionStore.FindAsync(transaction, id) is not { DeletedAt: null } customer)
                    return NotFound();
                var negotiated = await NegotiationStore.FindAsync(transaction, id) is not null;
                if (negotiated || placements is not [var placement])
                    return new Refusal(
                        ErrorCode.UpdateInProgress,
                        "expected a connection that is placed on one interconnect, found it "
                        + (negotiated || placements.Count == 0 ? "not placed yet" : "migrating")
                        + "; try again later");
                if (await RecordUpdateAsync(transaction, placement, request?.BandwidthMbps) is { } refusal)
                    return refusal;
                return await PortalView.ReadAsync(transaction, customer);
            },
            cancellation);

    /// <summary>Deletes at once; the peer is told where it knows of the connection (DEL-05, KEY-16).</summary>
    public Task<Outcome<Empty>> DeleteAsync(string id, CancellationToken cancellation) =>
        coordinator.Store.DecideAsync<Empty>(
            async transaction =>
            {
                var placements = await ConnectionStore.PlacementsAsync(transaction, id);
                foreach (var interconnect in placements.Select(row => row.Interconnect).Order(StringComparer.Ordinal))
                    await InterconnectStore.TakeAsync(
                        transaction, ResourceName.Parse<InterconnectName>(interconnect));
                if (await CustomerConnectionStore.TakeAsync(transaction, id) is not { DeletedAt: null })
                    return NotFound();
                foreach (var placement in placements)
                    await RemoveAsync(transaction, placement);
                await Negotiator.CancelAsync(transaction, id);
                await removal.EndIntentAsync(transaction, id);
                return new Empty();
            },
            cancellation);

    private static ConnectionName NameOf(ConnectionRow row) =>
        ResourceName.Parse<InterconnectName>(row.Interconnect).Connection(row.Uuid);

    private static Refusal NotFound() => new(
        ErrorCode.NotFound, "expected a connection of the portal, found none of that id; it may have been deleted");

    private async Task<PortalCase> CaseAsync(StoreTransaction transaction, CreatePortalConnection request)
    {
        var environment = request.Environment is null ? null : coordinator.Testbed.FindEnvironment(request.Environment);
        var account = coordinator.Testbed.FindCustomer(request.AccountId);
        return new PortalCase(
            request,
            environment,
            account,
            account?.ConnectionQuota is { } quota
                ? await CustomerConnectionStore.CountAsync(transaction, account.Id, quota)
                : 0,
            environment is null ? [] : await InterconnectStore.ListAsync(transaction, environment.Name));
    }

    private CustomerConnectionRow Row(PortalCase @case) => new()
    {
        Uuid = coordinator.Ids.NewUuid().ToString(),
        Environment = @case.Environment!.Name.ToString(),
        BandwidthMbps = @case.Request.BandwidthMbps!.Value,
        AccountId = @case.Account!.Id,
        RemoteAccountId = @case.Request.RemoteAccountId!,
        KeyMbps = @case.Request.BandwidthMbps.Value,
        KeyVersion = ActivationKey.CurrentVersion,
        KeyExpiresAt = Now + (long)coordinator.Testbed.KeyLifetime.TotalMilliseconds,
    };

    private Task<Outcome<PortalList>> ListAsync(PageRequest request, CancellationToken cancellation) =>
        coordinator.Store.ReadAsync<Outcome<PortalList>>(
            async transaction =>
            {
                var after = request.After is null ? 0 : long.Parse(request.After, CultureInfo.InvariantCulture);
                var rows = await CustomerConnectionStore.ListAsync(transaction, after, request.Fetch);
                var page = coordinator.Pager.Cut(request, rows, row => $"{row.Id}");
                var shown = new List<PortalConnection>();
                foreach (var row in page.Items)
                    shown.Add(await PortalView.ReadAsync(transaction, row));
                return new PortalList(shown, page.NextPageToken);
            },
            cancellation);

    private async Task<Refusal?> RecordUpdateAsync(StoreTransaction transaction, ConnectionRow placement, int? proposed)
    {
        var name = NameOf(placement);
        var interconnect = await InterconnectStore.TakeAsync(transaction, name.Interconnect);
        if (await ConnectionStore.TakeAsync(transaction, name) is not { } row)
            return NotFound();
        var sizes = coordinator.Testbed.Find(name.Interconnect)?.SizesMbps ?? [];
        var mbps = proposed ?? 0;
        var refusal = coordinator.Rules.Decide(UpdateRules.SizeSupported, (proposed, sizes))
            ?? coordinator.Rules.FirstRefusal(UpdateRules.Change, new UpdateConnectionCase(mbps, row, interconnect!));
        if (refusal is { Code: ErrorCode.NoCapacity } && await migrations.FitsAsync(transaction, row, mbps))
        {
            await ConnectionStore.SetUpdateAsync(transaction, row.Id, UpdateState.Asking, mbps, heldMbps: 0);
            await migrations.BeginAsync(transaction, row, mbps);
            return null;
        }

        if (refusal is not null)
            return refusal;

        // What an increase takes more is held while the peer is asked, so that its answer can be kept.
        var held = Math.Max(0, mbps - row.BandwidthMbps);
        await InterconnectStore.ReserveAsync(transaction, row.InterconnectId, held);
        await ConnectionStore.SetUpdateAsync(transaction, row.Id, UpdateState.Asking, mbps, held);
        await coordinator.Outbox.AddAsync(
            transaction, DeliveryKinds.UpdateConnection, name.ToString(), $"{mbps}");
        return null;
    }

    private async Task RemoveAsync(StoreTransaction transaction, ConnectionRow placement)
    {
        var name = NameOf(placement);
        if (await ConnectionStore.TakeAsync(transaction, name) is not { } row)
            return;
        await removal.RemoveAsync(transaction, name, row);
        await coordinator.Outbox.AddAsync(transaction, DeliveryKinds.DeleteConnection, name.ToString());
    }
}
