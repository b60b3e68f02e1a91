using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Interconnects;
using Harness.Reference.Outbox;
using Harness.Reference.Store;

namespace Harness.Reference.Negotiations;

/// <summary>Finds the interconnect to propose, from our rows and what the peer has shown.</summary>
internal sealed class InterconnectOffers(Coordinator coordinator)
{
    /// <summary>The interconnect to propose; null where none can take the connection (CON-10, CON-11).</summary>
    public async Task<InterconnectOffer?> BestAsync(
        StoreTransaction transaction,
        NegotiationRow row,
        Protocol.Resources.Environment environment,
        IReadOnlyList<Interconnect> peers)
    {
        var open = new List<InterconnectOffer>();
        foreach (var offer in await AllAsync(transaction, row, environment, peers))
            if (Stands(offer)
                && IsAllowed(offer, row)
                && offer.AvailableMbps >= row.BandwidthMbps
                && await IsFreeAsync(transaction, row, offer))
                open.Add(offer);
        return coordinator.Rules.Decide(NegotiationRules.MostAvailable, open);
    }

    /// <summary>Whether the interconnect where the connection is created locally can still be proposed.</summary>
    public async Task<bool> StillStandsAsync(
        StoreTransaction transaction,
        NegotiationRow row,
        Protocol.Resources.Environment environment,
        IReadOnlyList<Interconnect> peers) =>
        (await AllAsync(transaction, row, environment, peers))
            .Any(offer => offer.Name.ToString() == row.Interconnect && Stands(offer));

    private bool Stands(InterconnectOffer offer) =>
        offer.SizeSupported
        && coordinator.Rules.Decide(NegotiationRules.TakesNew, offer)
        && coordinator.Rules.Decide(NegotiationRules.NotRefused, offer);

    private async Task<IReadOnlyList<InterconnectOffer>> AllAsync(
        StoreTransaction transaction,
        NegotiationRow row,
        Protocol.Resources.Environment environment,
        IReadOnlyList<Interconnect> peers)
    {
        var refused = RefusedInterconnects.Parse(row.Refusals).Statuses;
        var offers = new List<InterconnectOffer>();
        foreach (var own in await InterconnectStore.ListAsync(
            transaction, ResourceName.Parse<EnvironmentName>(row.Environment)))
        {
            var name = ResourceName.Parse<InterconnectName>(own.Name);
            var there = coordinator.Peers.Self.Of(name).ToString();
            if (peers.FirstOrDefault(peer => peer.Name == there) is not { } peer)
                continue;
            offers.Add(new InterconnectOffer(
                name,
                own.State,
                peer.State ?? InterconnectState.Active,
                own.FreeMbps,
                (peer.MaxBandwidthMbps ?? own.MaxMbps) - own.ReservedMbps,
                Supports(coordinator.Testbed.Find(name)?.SizesMbps, row)
                    && Supports(peer.SupportedConnectionSizeMbps, row)
                    && Supports(environment.SupportedConnectionSizeMbps, row),
                refused.ContainsKey(name.Id)));
        }

        return offers;
    }

    // An absent list restricts nothing.
    private static bool Supports(IReadOnlyList<int>? sizes, NegotiationRow row) =>
        sizes is null or [] || sizes.Contains(row.BandwidthMbps);

    // A migration goes elsewhere, where the operator wants it if that was said (MIG-01).
    private static bool IsAllowed(InterconnectOffer offer, NegotiationRow row) =>
        offer.Name.ToString() != row.OldInterconnect
        && (row.WantedInterconnect is null || offer.Name.ToString() == row.WantedInterconnect);

    // A deletion that the peer has not acknowledged yet would take the new connection away.
    private static async Task<bool> IsFreeAsync(
        StoreTransaction transaction, NegotiationRow row, InterconnectOffer offer) =>
        !await DeliveryOutbox.HasAsync(
            transaction, DeliveryKinds.DeleteConnection, offer.Name.Connection(row.Uuid).ToString());
}
