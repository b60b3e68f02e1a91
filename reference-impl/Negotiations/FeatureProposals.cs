using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Connections;
using Harness.Reference.Features;
using Harness.Reference.Outbox;
using Harness.Reference.Store;

namespace Harness.Reference.Negotiations;

/// <summary>
/// Writes how the channels of a connection are negotiated, each by itself. Works in a transaction that has taken
/// the interconnect, the customer's connection and the connection.
/// </summary>
internal sealed class FeatureProposals(Coordinator coordinator)
{
    private readonly Negotiator negotiator = new(coordinator);
    private readonly ConnectionStatus status = new(coordinator);
    private readonly FeaturePlanner planner = new(coordinator);
    private readonly FeatureReservation reservation = new(coordinator.Rules);

    /// <summary>Opens every channel of the interconnect, and asks for guidance first (FEA-11).</summary>
    public async Task OpenAsync(StoreTransaction transaction, ConnectionName name)
    {
        if (await ConnectionStore.TakeAsync(transaction, name) is not { } connection)
            return;
        foreach (var channel in coordinator.Testbed.Find(name.Interconnect)?.Channels ?? [])
            await ProposalStore.AddAsync(
                transaction,
                new ProposalRow
                {
                    ConnectionId = connection.Id,
                    Channel = name.Interconnect.Channel(channel.Id).ToString(),
                    RetryUntil = negotiator.RetryUntil,
                });
        await coordinator.Outbox.AddAsync(transaction, DeliveryKinds.AskGuidance, name.ToString());
    }

    /// <summary>
    /// The feature of a live connection's channel was deleted by either side: its owner creates another one (DFE-03).
    /// </summary>
    public async Task FillAsync(StoreTransaction transaction, ConnectionName name, ChannelName channel)
    {
        if (await ConnectionStore.TakeAsync(transaction, name) is not { } connection
            || coordinator.Testbed.Find(channel) is not { } found
            || !coordinator.Rules.Decide(
                NegotiationRules.Fills,
                new FillCase(
                    found.MacsecManager,
                    new ProviderName(coordinator.Testbed.Provider.Id),
                    connection.StatusVersion > 0)))
            return;
        await ProposalStore.AddAsync(
            transaction,
            new ProposalRow
            {
                ConnectionId = connection.Id,
                Channel = channel.ToString(),
                RetryUntil = negotiator.RetryUntil,
            });
        await coordinator.Outbox.AddAsync(transaction, DeliveryKinds.AskGuidance, name.ToString(), channel.Id);
    }

    /// <summary>
    /// Guidance has come: chooses parameters inside it for open channels that have none, reserves them and has them
    /// proposed (FEA-11).
    /// </summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="name">The connection.</param>
    /// <param name="channelId">The only channel that it is for; empty for all.</param>
    /// <param name="guidance">The peer's guidance.</param>
    public async Task PlanAsync(
        StoreTransaction transaction,
        ConnectionName name,
        string channelId,
        IReadOnlyList<FeatureGuidance> guidance)
    {
        if (await ConnectionStore.FindAsync(transaction, name) is not { } connection)
            return;
        foreach (var open in await OpenAsync(transaction, connection.Id, channelId))
        {
            var channel = ResourceName.Parse<ChannelName>(open.Channel);
            var there = coordinator.Peers.Self.Of(channel).ToString();
            var guided = guidance.FirstOrDefault(one => one.Channel == there);
            var config = guided is null
                ? null
                : await planner.PlanAsync(
                    transaction, name, channel, guided.L3BaseGuidance, ChannelParameters.Parse(open.Refused));
            if (config is null || !await ReserveAsync(transaction, name, open, config))
                await AgainAsync(transaction, name, open);
        }

        await SettleAsync(transaction, name);
    }

    /// <summary>The peer has accepted a proposal (FEA-01).</summary>
    public async Task AcceptedAsync(StoreTransaction transaction, ConnectionName name, ProposalRow open, FeatureRow row)
    {
        await FeatureStore.AgreeAsync(transaction, row.Id);
        await ProposalStore.DeleteAsync(transaction, open);
        await SettleAsync(transaction, name);
    }

    /// <summary>
    /// The peer has refused a proposal: what it reserved is freed, and this channel starts again from guidance, with
    /// other parameters (FEA-12).
    /// </summary>
    public async Task RefusedAsync(StoreTransaction transaction, ConnectionName name, ProposalRow open, FeatureRow row)
    {
        await FeatureStore.DeleteAsync(transaction, row.Id);
        var refused = ChannelParameters.Of(row);
        await AgainAsync(transaction, name, open with { Refused = $"{open.Refused}{refused}\n" });
        await SettleAsync(transaction, name);
    }

    /// <summary>
    /// Gives up channels. A proposal without an answer may have been accepted: the peer is asked to delete its
    /// feature.
    /// </summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="name">The connection.</param>
    /// <param name="channelId">The only channel; empty for all that await guidance.</param>
    public async Task GiveUpAsync(StoreTransaction transaction, ConnectionName name, string channelId)
    {
        if (await ConnectionStore.FindAsync(transaction, name) is not { } connection)
            return;
        foreach (var open in await ProposalStore.AllAsync(transaction, connection.Id))
            if (channelId.Length == 0 ? open.FeatureId is null : IsOf(open, channelId))
                await CloseAsync(transaction, name, open);
        await SettleAsync(transaction, name);
    }

    private static async Task<IReadOnlyList<ProposalRow>> OpenAsync(
        StoreTransaction transaction, long connectionId, string channelId) =>
    [
        .. (await ProposalStore.AllAsync(transaction, connectionId))
            .Where(open => open.FeatureId is null && (channelId.Length == 0 || IsOf(open, channelId))),
    ];

    private static bool IsOf(ProposalRow open, string channelId) =>
        ResourceName.Parse<ChannelName>(open.Channel).Id == channelId;

    private async Task<bool> ReserveAsync(
        StoreTransaction transaction, ConnectionName name, ProposalRow open, L3BaseConfig config)
    {
        var body = new Feature(
            Channel: open.Channel, FeatureConfig: new FeatureConfig(FeatureType.L3Base, config));
        var proposal = new FeatureCase(
            name.Interconnect,
            coordinator.Testbed.Find(name.Interconnect)!,
            new ProviderName(coordinator.Testbed.Provider.Id),
            body);
        var id = $"l3-{coordinator.Ids.NewUuid()}";
        var row = FeatureReservation.Row(open.ConnectionId, id, proposal, agreed: false);
        if (await reservation.MakeAsync(transaction, row, proposal) is not null)
            return false;
        await ProposalStore.SaveAsync(transaction, open with { FeatureId = id, RetryUntil = negotiator.RetryUntil });
        await coordinator.Outbox.AddAsync(
            transaction,
            DeliveryKinds.ProposeFeature,
            name.ToString(),
            ResourceName.Parse<ChannelName>(open.Channel).Id);
        return true;
    }

    // One more try of the channel is spent; it begins with fresh guidance, or there is none left.
    private async Task AgainAsync(StoreTransaction transaction, ConnectionName name, ProposalRow open)
    {
        var next = open with { FeatureId = null, Tries = open.Tries + 1, RetryUntil = negotiator.RetryUntil };
        if (!coordinator.Rules.Decide(NegotiationRules.TriesAgain, (next.Tries, coordinator.Negotiation.MostTries)))
        {
            if (await IsNegotiatedAsync(transaction, name))
            {
                await ProposalStore.DeleteAsync(transaction, open);
                return;
            }

            // A set that was full is to be full again (DFE-03): what was refused long ago may be free now.
            next = next with { Refused = "" };
        }

        await ProposalStore.SaveAsync(transaction, next);
        await coordinator.Outbox.AddAsync(
            transaction,
            DeliveryKinds.AskGuidance,
            name.ToString(),
            ResourceName.Parse<ChannelName>(open.Channel).Id,
            next.Tries == 1 ? TimeSpan.Zero : coordinator.Outbox.Options.RetryAfter(next.Tries - 1));
    }

    /// <summary>Whether the connection as a whole is still negotiated, rather than filled up again.</summary>
    public static async Task<bool> IsNegotiatedAsync(StoreTransaction transaction, ConnectionName name) =>
        await NegotiationStore.FindAsync(transaction, name.Connection) is
        {
            Step: NegotiationStep.AgreeFeatures,
        } row && row.Interconnect == name.Interconnect.ToString();

    private async Task CloseAsync(StoreTransaction transaction, ConnectionName name, ProposalRow open)
    {
        await ProposalStore.DeleteAsync(transaction, open);
        if (open.FeatureId is null
            || await FeatureStore.FindAsync(transaction, open.ConnectionId, open.FeatureId) is not { } row)
            return;
        await FeatureStore.DeleteAsync(transaction, row.Id);
        await coordinator.Outbox.AddAsync(
            transaction, DeliveryKinds.DeleteFeature, name.ToString(), open.FeatureId);
    }

    private async Task SettleAsync(StoreTransaction transaction, ConnectionName name)
    {
        if (await ConnectionStore.FindAsync(transaction, name) is not { } connection)
            return;
        if (await IsNegotiatedAsync(transaction, name) && !await ConcludeAsync(transaction, name, connection.Id))
            return;
        await status.ProvisionAsync(transaction, name, connection.Id);
        await status.SettleAsync(transaction, name);
    }

    // Whether the negotiation is done and provisioning may begin; else channels are waited for, or all is taken back
    // (FEA-14, FEA-15).
    private async Task<bool> ConcludeAsync(StoreTransaction transaction, ConnectionName name, long connectionId)
    {
        var features = await status.CountAsync(transaction, name, connectionId);
        var open = (await ProposalStore.AllAsync(transaction, connectionId)).Count;
        if (coordinator.Rules.Decide(NegotiationRules.WaitsForChannels, new OpenChannels(features, open))
            || await NegotiationStore.FindAsync(transaction, name.Connection) is not { } row)
            return false;
        if (coordinator.Rules.Decide(NegotiationRules.RollsBack, features))
        {
            await negotiator.GiveUpAsync(transaction, row, NegotiationFailures.NoFeatures);
            return false;
        }

        await Negotiator.AgreedAsync(transaction, row);
        return true;
    }
}
