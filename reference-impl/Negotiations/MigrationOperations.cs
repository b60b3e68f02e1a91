using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Connections;
using Harness.Reference.Errors;
using Harness.Reference.Interconnects;
using Harness.Reference.Portal;
using Harness.Reference.Store;

namespace Harness.Reference.Negotiations;

/// <summary>Moves connections to another interconnect of their environment (MIG-01 to MIG-04, UPD-09).</summary>
public sealed class MigrationOperations(Coordinator coordinator)
{
    private readonly Negotiator negotiator = new(coordinator);

    /// <summary>An operator moves a connection that is in service.</summary>
    /// <param name="uuid">Id of the connection.</param>
    /// <param name="interconnect">Id of the interconnect to move to; null for the one with the most room.</param>
    /// <param name="cancellation">Gives up waiting for the store.</param>
    public Task<Outcome<Empty>> MigrateAsync(string uuid, string? interconnect, CancellationToken cancellation) =>
        coordinator.Store.DecideAsync<Empty>(
            async transaction =>
            {
                var placements = await ConnectionStore.PlacementsAsync(transaction, uuid);
                if (await CustomerConnectionStore.TakeAsync(transaction, uuid) is not { DeletedAt: null }
                    || placements is [])
                    return NotFound();
                if (await RefusalAsync(transaction, placements) is { } busy)
                    return busy;
                var wanted = interconnect is null ? null : Wanted(placements[0], interconnect);
                if (interconnect is not null && wanted is null)
                    return NotFound();
                if (!await FitsAsync(transaction, placements[0], placements[0].BandwidthMbps, wanted))
                    return NoRoom(placements[0].BandwidthMbps);
                await BeginAsync(transaction, placements[0], placements[0].BandwidthMbps, wanted);
                return new Empty();
            },
            cancellation);

    /// <summary>
    /// Whether a connection could move to another interconnect with that bandwidth (UPD-09).
    /// </summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="placement">The connection where it is.</param>
    /// <param name="mbps">What it is to have, in Mbps.</param>
    /// <param name="wanted">The only interconnect that it may go to; null for any.</param>
    public async Task<bool> FitsAsync(
        StoreTransaction transaction, ConnectionRow placement, int mbps, InterconnectName? wanted = null)
    {
        var environment = ResourceName.Parse<InterconnectName>(placement.Interconnect).Environment;
        var rows = await InterconnectStore.ListAsync(transaction, environment);
        var open = rows.Where(row => wanted is null || row.Name == wanted.ToString());
        return coordinator.Rules.Decide(
            NegotiationRules.Migrates, new MigrationCase(mbps, placement.Interconnect, [.. open]));
    }

    /// <summary>
    /// Begins to move a connection: the old side stays as it is until the new one is VERIFIED (MIG-02, MIG-03). Works
    /// in a transaction that has taken the customer's connection.
    /// </summary>
    public Task BeginAsync(
        StoreTransaction transaction, ConnectionRow placement, int mbps, InterconnectName? wanted = null) =>
        negotiator.BeginAsync(transaction, new NegotiationRow
        {
            Uuid = placement.Uuid,
            Purpose = NegotiationPurpose.Migration,
            Step = NegotiationStep.ChooseInterconnect,
            Environment = ResourceName.Parse<InterconnectName>(placement.Interconnect).Environment.ToString(),
            BandwidthMbps = mbps,
            OldInterconnect = placement.Interconnect,
            WantedInterconnect = wanted?.ToString(),
        });

    private static async Task<Refusal?> RefusalAsync(
        StoreTransaction transaction, IReadOnlyList<ConnectionRow> placements) =>
        placements is [{ VerificationState: VerificationState.Verified, Updating: false } row]
        && await NegotiationStore.FindAsync(transaction, row.Uuid) is null
            ? null
            : new Refusal(
                ErrorCode.UpdateInProgress,
                "MIG-03",
                "expected a connection that is in service and at rest, found one that is not; try again later");

    private InterconnectName? Wanted(ConnectionRow placement, string interconnect)
    {
        var name = ResourceName.Parse<InterconnectName>(placement.Interconnect).Environment.Interconnect(interconnect);
        return coordinator.Testbed.Find(name) is null ? null : name;
    }

    private static Refusal NotFound() => new(
        ErrorCode.NotFound,
        "expected the id of a connection that is placed and of an interconnect of its environment, found others");

    private static Refusal NoRoom(int mbps) => new(
        ErrorCode.NoCapacity,
        "MIG-01",
        $"expected room for {mbps} Mbps on another ACTIVE interconnect of the environment, found none; make room");
}
