using Harness.Protocol;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Common;
using Harness.Reference.Errors;
using Harness.Reference.Interconnects;
using Harness.Reference.Negotiations;
using Harness.Reference.Outbox;
using Harness.Reference.Paging;
using Harness.Reference.Portal;
using Harness.Reference.Store;
using Harness.Reference.Testbed;

namespace Harness.Reference.Connections;

/// <summary>What a peer may do with connections.</summary>
public sealed class ConnectionOperations(Coordinator coordinator)
{
    private readonly ConnectionStatus status = new(coordinator);
    private readonly ConnectionRemoval removal = new(coordinator);
    private readonly TakeOver takeOver = new(coordinator);

    /// <summary>Places a connection on an interconnect, or refuses it in full (CON-01 to CON-08, MIG-01).</summary>
    public async Task<Outcome<Connection>> CreateAsync(
        InterconnectName interconnect, string? id, Connection? body, CancellationToken cancellation)
    {
        if (Static(interconnect) is not Outcome<TestbedInterconnect>.Accepted(var testbed))
            return CommonRules.NotFound(interconnect);
        var proposal = body ?? new Connection();
        var refusal = coordinator.Rules.FirstRefusal(CommonRules.Id, ("connectionId", id))
            ?? coordinator.Rules.Decide(
                ConnectionRules.DrivenByUs, (proposal, coordinator.Negotiation.TakesOver))
            ?? coordinator.Rules.Decide(
                ConnectionRules.SizeSupported, (proposal.BandwidthMbps, testbed.SizesMbps));
        if (refusal is not null)
            return refusal;
        var name = interconnect.Connection(id ?? "");
        return await coordinator.Store.DecideAsync(
            transaction => DecideCreationAsync(transaction, name, proposal), cancellation);
    }

    public Task<Outcome<Connection>> GetAsync(ConnectionName name, CancellationToken cancellation) =>
        coordinator.Store.ReadAsync<Outcome<Connection>>(
            async transaction =>
            {
                var row = await ConnectionStore.FindAsync(transaction, name);
                return Missing(name, row) is { } missing ? missing : ConnectionView.Of(name, row!);
            },
            cancellation);

    public async Task<Outcome<ListConnectionsResponse>> ListAsync(
        InterconnectName interconnect, int? pageSize, string? pageToken, CancellationToken cancellation)
    {
        if (Static(interconnect) is Outcome<TestbedInterconnect>.Refused(var missing))
            return missing;
        var asked = coordinator.Pager.Read($"{interconnect}/connections", pageSize, pageToken);
        if (asked is not Outcome<PageRequest>.Accepted(var request))
            return ((Outcome<PageRequest>.Refused)asked).Refusal;
        var rows = await coordinator.Store.ReadAsync(
            transaction => ConnectionStore.ListAsync(transaction, interconnect, request.After, request.Fetch),
            cancellation);
        var page = coordinator.Pager.Cut(request, rows, row => row.Uuid);
        return new ListConnectionsResponse(
            [.. page.Items.Select(row => ConnectionView.Of(interconnect.Connection(row.Uuid), row))],
            page.NextPageToken);
    }

    /// <summary>Changes the bandwidth at the peer's request (UPD-01 to UPD-05).</summary>
    public async Task<Outcome<Connection>> UpdateAsync(
        ConnectionName name, string? updateMask, Connection? body, CancellationToken cancellation)
    {
        var mask = UpdateMask.Read(updateMask);
        if (coordinator.Rules.Decide(UpdateRules.OnlyBandwidth, mask) is { } refusal)
            return refusal;
        // Without a mask the fields that are there are meant; without bandwidth there is nothing to do.
        return mask.Contains(UpdateRules.UpdatableField) || body?.BandwidthMbps is not null
            ? await coordinator.Store.DecideAsync(
                transaction => DecideUpdateAsync(transaction, name, body?.BandwidthMbps), cancellation)
            : await GetAsync(name, cancellation);
    }

    /// <summary>Deletes a connection, whatever its state (DEL-01 to DEL-04).</summary>
    public Task<Outcome<Empty>> DeleteAsync(ConnectionName name, CancellationToken cancellation) =>
        coordinator.Store.DecideAsync<Empty>(
            async transaction =>
            {
                await InterconnectStore.TakeAsync(transaction, name.Interconnect);
                await CustomerConnectionStore.TakeAsync(transaction, name.Connection);
                var row = await ConnectionStore.TakeAsync(transaction, name);
                if (Missing(name, row) is { } missing)
                    return missing;
                await removal.RemoveAsync(transaction, name, row!);
                await Negotiator.CancelAsync(transaction, name);
                await removal.EndIntentAsync(transaction, name.Connection);
                return new Empty();
            },
            cancellation);

    /// <summary>The peer's side has changed: the connection is refreshed from there at once (PRO-04).</summary>
    public Task<Outcome<Empty>> NotifyAsync(ConnectionName name, CancellationToken cancellation) =>
        coordinator.Store.DecideAsync<Empty>(
            async transaction =>
            {
                var row = await ConnectionStore.TakeAsync(transaction, name);
                if (Missing(name, row) is { } missing)
                    return missing;
                var notice = await ConnectionStore.NoticeAsync(transaction, row!.Id);
                await coordinator.Outbox.AddAsync(
                    transaction, DeliveryKinds.RefreshConnection, name.ToString(), notice.ToString());
                return new Empty();
            },
            cancellation);

    private async Task<Outcome<Connection>> DecideCreationAsync(
        StoreTransaction transaction, ConnectionName name, Connection proposal)
    {
        var interconnect = await InterconnectStore.TakeAsync(transaction, name.Interconnect)
            ?? throw new StoreException($"expected a row of {name.Interconnect}, found none");
        var customer = await CustomerConnectionStore.TakeAsync(transaction, name.Connection);
        var placements = await ConnectionStore.PlacementsAsync(transaction, name.Connection);
        ActivationKeyCodec.TryDecode(proposal.ActivationKey, out var key);
        var mbps = proposal.BandwidthMbps ?? 0;
        var @case = new CreateConnectionCase(
            name, mbps, proposal.ActivationKey is not null, key, interconnect, customer, placements);
        var defers = proposal.DeferProvisioning == true;
        var refusal = coordinator.Rules.FirstRefusal(ConnectionRules.Creation, @case)
            ?? (defers ? await TakeOver.RefusalAsync(transaction, name) : null);
        if (refusal is not null)
            return refusal;

        await ConnectionStore.AddAsync(transaction, interconnect.Id, name.Connection, mbps, coordinator.Now);
        await InterconnectStore.ReserveAsync(transaction, interconnect.Id, mbps);
        await CustomerConnectionStore.UseAsync(
            transaction, customer!.Id, coordinator.Now);
        if (defers)
            await takeOver.BeginAsync(transaction, name, mbps);
        return ConnectionView.Of(name, mbps, VerificationState.Unverified);
    }

    private async Task<Outcome<Connection>> DecideUpdateAsync(
        StoreTransaction transaction, ConnectionName name, int? proposed)
    {
        var interconnect = await InterconnectStore.TakeAsync(transaction, name.Interconnect);
        await CustomerConnectionStore.TakeAsync(transaction, name.Connection);
        var row = await ConnectionStore.TakeAsync(transaction, name);
        if (Missing(name, row) is { } missing)
            return missing;
        var sizes = coordinator.Testbed.Find(name.Interconnect)?.SizesMbps ?? [];
        var mbps = proposed ?? 0;
        var refusal = coordinator.Rules.Decide(UpdateRules.SizeSupported, (proposed, sizes))
            ?? coordinator.Rules.FirstRefusal(
                UpdateRules.Change, new UpdateConnectionCase(mbps, row!, interconnect!));
        if (refusal is not null)
            return refusal;

        await InterconnectStore.ReserveAsync(transaction, row!.InterconnectId, mbps - row.BandwidthMbps);
        await CustomerConnectionStore.SetBandwidthAsync(transaction, name.Connection, mbps);
        await status.ChangeAsync(transaction, name, row, mbps);
        return ConnectionView.Of(name, (await ConnectionStore.FindAsync(transaction, name))!);
    }

    private Outcome<TestbedInterconnect> Static(InterconnectName name)
    {
        var found = coordinator.Testbed.Find(name);
        return coordinator.Rules.Decide(CommonRules.ResourceExists, (name, found is not null)) is { } missing
            ? missing
            : found!;
    }

    private Refusal? Missing(ConnectionName name, ConnectionRow? row) =>
        coordinator.Rules.Decide(CommonRules.ResourceExists, (name, row is not null));
}
