using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Connections;
using Harness.Reference.Interconnects;
using Harness.Reference.Outbox;
using Harness.Reference.Store;

namespace Harness.Reference.Negotiations;

/// <summary>
/// Refreshes the environment from the peer, chooses an interconnect and creates the connection there locally
/// (CON-09 to CON-12).
/// </summary>
internal sealed class ChooseInterconnectDelivery(Coordinator coordinator) : NegotiationDelivery(coordinator)
{
    // More pages than any environment's interconnects fill: a peer whose pages never end is given up.
    private const int MostPages = 20;

    private readonly InterconnectOffers offers = new(coordinator);

    public override NegotiationStep Step => NegotiationStep.ChooseInterconnect;

    protected override async Task<DeliveryResult> CallAsync(
        CoordinatorClient client, NegotiationRow row, CancellationToken cancellation)
    {
        var there = Coordinator.Peers.Self.Of(ResourceName.Parse<EnvironmentName>(row.Environment));
        var environment = await client.GetEnvironmentAsync(there, cancellation);
        if (environment.ValueOrDefault is not { } seen)
            return NotAnswered(row, $"the peer answered {environment.Status} to GetEnvironment");
        var interconnects = new List<Interconnect>();
        string? token = null;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await client.ListInterconnectsAsync(there, null, token, cancellation);
            if (answer.ValueOrDefault is not { } listed)
                return NotAnswered(row, $"the peer answered {answer.Status} to ListInterconnects");
            interconnects.AddRange(listed.Interconnects ?? []);
            token = listed.NextPageToken;
            if (string.IsNullOrEmpty(token))
                return Then(row, (transaction, now) => ChooseAsync(transaction, now, seen, interconnects));
        }

        return NotAnswered(row, $"the peer's list of interconnects has no end within {MostPages} pages");
    }

    protected override DeliveryResult NotAnswered(NegotiationRow row, string reason) =>
        Retry(row, Step, reason, NegotiationFailures.NoAnswer);

    // Any of them may be chosen, and the one that is left is freed.
    protected override async Task TakeAsync(StoreTransaction transaction, NegotiationRow row)
    {
        var environment = ResourceName.Parse<EnvironmentName>(row.Environment);
        foreach (var interconnect in await InterconnectStore.ListAsync(transaction, environment))
            await InterconnectStore.TakeAsync(transaction, ResourceName.Parse<InterconnectName>(interconnect.Name));
    }

    private async Task ChooseAsync(
        StoreTransaction transaction,
        NegotiationRow row,
        Protocol.Resources.Environment environment,
        IReadOnlyList<Interconnect> interconnects)
    {
        // A proposal without an answer is repeated where it was made: the peer may have accepted it.
        if (row.Interconnect is not null
            && await offers.StillStandsAsync(transaction, row, environment, interconnects))
        {
            await Negotiator.GoOnAsync(transaction, row, NegotiationStep.ProposeConnection);
            return;
        }

        var free = row.Interconnect is null ? row : await LeaveAsync(transaction, row);
        if (await offers.BestAsync(transaction, free, environment, interconnects) is { } best)
        {
            await CreateLocallyAsync(transaction, free, best.Name);
            return;
        }

        var refused = RefusedInterconnects.Parse(free.Refusals);
        if (refused.Hopeless)
            await Negotiator.GiveUpAsync(transaction, free, NegotiationFailures.Declined);
        else
            await Negotiator.RetryAsync(
                transaction,
                free with { Refusals = "" },
                Step,
                "no interconnect can take the connection",
                NegotiationFailures.NoInterconnect);
    }

    // CON-09: row and reservation are there, and the peer can read them, before it is asked.
    private async Task CreateLocallyAsync(StoreTransaction transaction, NegotiationRow row, InterconnectName chosen)
    {
        var interconnect = await InterconnectStore.FindAsync(transaction, chosen)
            ?? throw new StoreException($"expected a row of {chosen}, found none");
        await ConnectionStore.AddAsync(transaction, interconnect.Id, row.Uuid, row.BandwidthMbps, Coordinator.Now);
        await InterconnectStore.ReserveAsync(transaction, interconnect.Id, row.BandwidthMbps);
        await Negotiator.GoOnAsync(
            transaction, row with { Interconnect = $"{chosen}" }, NegotiationStep.ProposeConnection);
    }

    private async Task<NegotiationRow> LeaveAsync(StoreTransaction transaction, NegotiationRow row)
    {
        await Negotiator.RemoveLocallyAsync(transaction, row.Name);
        await Coordinator.Outbox.AddAsync(transaction, DeliveryKinds.DeleteConnection, row.Name.ToString());
        return row with { Interconnect = null };
    }
}
