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
        uuid, step, environment, bandwidth_mbps, interconnect, refusals, attempts, retry_until, cancelled, failure
        """;

    public static Task AddAsync(StoreTransaction transaction, NegotiationRow row) => transaction.ExecuteOneAsync(
        """
        INSERT INTO negotiations (uuid, step, environment, bandwidth_mbps, interconnect, retry_until)
        VALUES (@Uuid, @Step, @Environment, @BandwidthMbps, @Interconnect, @RetryUntil)
        """,
        Values(row));

    /// <summary>The negotiation of a connection; null where we drive none.</summary>
    public static Task<NegotiationRow?> FindAsync(StoreTransaction transaction, string uuid) =>
        transaction.FindAsync<NegotiationRow>(
            $"SELECT {Columns} FROM negotiations WHERE uuid = @uuid", new { uuid });

    /// <summary>Writes all that may have changed.</summary>
    public static Task SaveAsync(StoreTransaction transaction, NegotiationRow row) => transaction.ExecuteOneAsync(
        """
        UPDATE negotiations
        SET step = @Step, interconnect = @Interconnect, refusals = @Refusals, attempts = @Attempts,
            retry_until = @RetryUntil, cancelled = @Cancelled, failure = @Failure
        WHERE uuid = @Uuid
        """,
        Values(row));

    public static Task DeleteAsync(StoreTransaction transaction, string uuid) =>
        transaction.ExecuteAsync("DELETE FROM negotiations WHERE uuid = @uuid", new { uuid });

    private static object Values(NegotiationRow row) => new
    {
        row.Uuid,
        Step = row.Step.ToString(),
        row.Environment,
        row.BandwidthMbps,
        row.Interconnect,
        row.Refusals,
        row.Attempts,
        row.RetryUntil,
        row.Cancelled,
        row.Failure,
    };
}
