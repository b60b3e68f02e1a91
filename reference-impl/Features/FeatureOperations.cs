using System.Text.Json;
using Harness.Protocol.Json;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Common;
using Harness.Reference.Connections;
using Harness.Reference.Errors;
using Harness.Reference.Interconnects;
using Harness.Reference.Negotiations;
using Harness.Reference.Paging;
using Harness.Reference.Store;

namespace Harness.Reference.Features;

/// <summary>What a peer may do with features.</summary>
public sealed class FeatureOperations(Coordinator coordinator)
{
    private readonly ConnectionStatus status = new(coordinator);
    private readonly ConnectionRemoval removal = new(coordinator);
    private readonly FeatureProposals proposals = new(coordinator);
    private readonly FeatureReservation reservation = new(coordinator.Rules);

    /// <summary>Accepts a feature exactly as proposed, or refuses it in full (FEA-01 to FEA-10).</summary>
    public async Task<Outcome<Feature>> CreateAsync(
        ConnectionName connection, string? id, Feature? body, CancellationToken cancellation)
    {
        var interconnect = coordinator.Testbed.Find(connection.Interconnect);
        if (Missing(connection.Interconnect, interconnect is not null) is { } missing)
            return missing;
        var own = new ProviderName(coordinator.Testbed.Provider.Id);
        var proposal = new FeatureCase(connection.Interconnect, interconnect!, own, body ?? new Feature());
        return await coordinator.Store.DecideAsync(
            transaction => DecideAsync(transaction, connection, id, proposal), cancellation);
    }

    public Task<Outcome<Feature>> GetAsync(FeatureName name, CancellationToken cancellation) =>
        coordinator.Store.ReadAsync<Outcome<Feature>>(
            async transaction =>
            {
                var connection = await ConnectionStore.FindAsync(transaction, name.Connection);
                var row = connection is null
                    ? null
                    : await FeatureStore.FindAsync(transaction, connection.Id, name.Feature);
                return Missing(name, row is { Agreed: true }) is { } missing ? missing : View(name.Connection, row!);
            },
            cancellation);

    public async Task<Outcome<ListFeaturesResponse>> ListAsync(
        ConnectionName connection, int? pageSize, string? pageToken, CancellationToken cancellation)
    {
        var asked = coordinator.Pager.Read($"{connection}/features", pageSize, pageToken);
        return asked switch
        {
            Outcome<PageRequest>.Accepted(var request) => await ListAsync(connection, request, cancellation),
            Outcome<PageRequest>.Refused(var refusal) => refusal,
            _ => throw new InvalidOperationException("an outcome is either accepted or refused"),
        };
    }

    /// <summary>Deletes a feature; the connection and its other features stay (DFE-01).</summary>
    public Task<Outcome<Empty>> DeleteAsync(FeatureName name, CancellationToken cancellation) =>
        coordinator.Store.DecideAsync<Empty>(
            async transaction =>
            {
                await InterconnectStore.TakeAsync(transaction, name.Connection.Interconnect);
                var connection = await ConnectionStore.TakeAsync(transaction, name.Connection);
                var row = connection is null
                    ? null
                    : await FeatureStore.FindAsync(transaction, connection.Id, name.Feature);
                if (Missing(name, row is { Agreed: true }) is { } missing)
                    return missing;
                await removal.RemoveAsync(transaction, name.Connection, row!);
                await status.SettleAsync(transaction, name.Connection);
                await proposals.FillAsync(
                    transaction, name.Connection, ResourceName.Parse<ChannelName>(row!.Channel));
                return new Empty();
            },
            cancellation);

    private static Feature View(ConnectionName connection, FeatureRow row) => new(
        connection.Feature(row.FeatureId).ToString(),
        row.Channel,
        JsonSerializer.Deserialize(row.Config, ProtocolJson.Default.FeatureConfig),
        row.ProvisioningState);

    private Task<Outcome<ListFeaturesResponse>> ListAsync(
        ConnectionName name, PageRequest request, CancellationToken cancellation) =>
        coordinator.Store.ReadAsync<Outcome<ListFeaturesResponse>>(
            async transaction =>
            {
                var connection = await ConnectionStore.FindAsync(transaction, name);
                if (Missing(name, connection is not null) is { } missing)
                    return missing;
                var rows = await FeatureStore.ListAsync(transaction, connection!.Id, request.After, request.Fetch);
                var page = coordinator.Pager.Cut(request, rows, row => row.FeatureId);
                return new ListFeaturesResponse([.. page.Items.Select(row => View(name, row))], page.NextPageToken);
            },
            cancellation);

    private async Task<Outcome<Feature>> DecideAsync(
        StoreTransaction transaction, ConnectionName name, string? id, FeatureCase proposal)
    {
        await InterconnectStore.TakeAsync(transaction, name.Interconnect);
        var connection = await ConnectionStore.TakeAsync(transaction, name);
        var refusal = Missing(name, connection is not null) ?? FormRefusal(id, proposal);
        if (refusal is not null)
            return refusal;

        var row = FeatureReservation.Row(connection!.Id, id!, proposal, agreed: true);
        if (await reservation.MakeAsync(transaction, row, proposal) is { } taken)
            return taken;
        await status.ProvisionAsync(transaction, name, connection.Id);
        await status.SettleAsync(transaction, name);
        return View(name, row);
    }

    private Refusal? FormRefusal(string? id, FeatureCase proposal) =>
        coordinator.Rules.FirstRefusal(CommonRules.Id, ("featureId", id))
        ?? coordinator.Rules.FirstRefusal(FeatureRules.Form, proposal)
        ?? coordinator.Rules.FirstRefusal(AddressRules.Form, AddressPlan.Ipv4(proposal))
        ?? coordinator.Rules.FirstRefusal(AddressRules.Form, AddressPlan.Ipv6(proposal));

    private Refusal? Missing(ResourceName name, bool exists) =>
        coordinator.Rules.Decide(CommonRules.ResourceExists, (name, exists));
}
