using Harness.Reference.Store;

namespace Harness.Reference.Negotiations;

/// <summary>
/// The negotiations' rows. Whoever changes one has taken the customer's connection, so that what happens to a
/// negotiation happens one after the other.
/// </summary>
public static class NegotiationStore
{
    private const string Columns =
        """
        uuid, purpose, step, environment, bandwidth_mbps, interconnect, old_interconnect, wanted_interconnect,
        deadline_at, refusals, attempts, retry_until, cancelled, failure
        """;

    /// <summary>Adds a negotiation; false where the connection has one that is under way.</summary>
    public static async Task<bool> AddAsync(StoreTransaction transaction, NegotiationRow row) =>
        await transaction.ExecuteAsync(
        """
        INSERT INTO negotiations
            (uuid, purpose, step, environment, bandwidth_mbps, interconnect, old_interconnect, wanted_interconnect,
             retry_until)
        VALUES
            (@Uuid, @Purpose, @Step, @Environment, @BandwidthMbps, @Interconnect, @OldInterconnect,
             @WantedInterconnect, @RetryUntil)
        ON CONFLICT (uuid) DO NOTHING
        """,
        Values(row)) == 1;

    /// <summary>The negotiation of a connection; null where we drive none.</summary>
    public static Task<NegotiationRow?> FindAsync(StoreTransaction transaction, string uuid) =>
        transaction.FindAsync<NegotiationRow>(
            $"SELECT {Columns} FROM negotiations WHERE uuid = @uuid", new { uuid });

    /// <summary>Deferrals whose deadline is over by the protocol's clock (DFR-03).</summary>
    public static Task<IReadOnlyList<NegotiationRow>> OverdueAsync(StoreTransaction transaction, long now) =>
        transaction.QueryAsync<NegotiationRow>(
            $"SELECT {Columns} FROM negotiations WHERE step = 'AwaitPeer' AND deadline_at <= @now", new { now });

    /// <summary>Writes all that may have changed.</summary>
    public static Task SaveAsync(StoreTransaction transaction, NegotiationRow row) => transaction.ExecuteOneAsync(
        """
        UPDATE negotiations
        SET step = @Step, interconnect = @Interconnect, refusals = @Refusals, attempts = @Attempts,
            retry_until = @RetryUntil, cancelled = @Cancelled, failure = @Failure, deadline_at = @DeadlineAt
        WHERE uuid = @Uuid
        """,
        Values(row));

    public static Task DeleteAsync(StoreTransaction transaction, string uuid) =>
        transaction.ExecuteAsync("DELETE FROM negotiations WHERE uuid = @uuid", new { uuid });

    private static object Values(NegotiationRow row) => new
    {
        row.Uuid,
        Purpose = row.Purpose.ToString(),
        Step = row.Step.ToString(),
        row.Environment,
        row.BandwidthMbps,
        row.Interconnect,
        row.OldInterconnect,
        row.WantedInterconnect,
        row.DeadlineAt,
        row.Refusals,
        row.Attempts,
        row.RetryUntil,
        row.Cancelled,
        row.Failure,
    };
}
