using Harness.Reference.Store;

namespace Harness.Reference.Negotiations;

/// <summary>The rows of channels that are negotiated. Whoever changes one has taken the connection.</summary>
public static class ProposalStore
{
    private const string Columns = "connection_id, channel, feature_id, tries, refused, retry_until";

    /// <summary>Opens a channel; one that is open stays as it is.</summary>
    public static Task AddAsync(StoreTransaction transaction, ProposalRow row) => transaction.ExecuteAsync(
        """
        INSERT INTO feature_proposals (connection_id, channel, tries, retry_until)
        VALUES (@ConnectionId, @Channel, @Tries, @RetryUntil)
        ON CONFLICT (connection_id, channel) DO NOTHING
        """,
        row);

    /// <summary>All open channels of a connection.</summary>
    public static Task<IReadOnlyList<ProposalRow>> AllAsync(StoreTransaction transaction, long connectionId) =>
        transaction.QueryAsync<ProposalRow>(
            $"SELECT {Columns} FROM feature_proposals WHERE connection_id = @connectionId ORDER BY channel",
            new { connectionId });

    /// <summary>An open channel; null where it is none.</summary>
    public static Task<ProposalRow?> FindAsync(StoreTransaction transaction, long connectionId, string channel) =>
        transaction.FindAsync<ProposalRow>(
            $"""
            SELECT {Columns} FROM feature_proposals WHERE connection_id = @connectionId AND channel = @channel
            """,
            new { connectionId, channel });

    /// <summary>Writes all that may have changed.</summary>
    public static Task SaveAsync(StoreTransaction transaction, ProposalRow row) => transaction.ExecuteOneAsync(
        """
        UPDATE feature_proposals
        SET feature_id = @FeatureId, tries = @Tries, refused = @Refused, retry_until = @RetryUntil
        WHERE connection_id = @ConnectionId AND channel = @Channel
        """,
        row);

    /// <summary>Closes a channel: its feature is agreed, or it is given up.</summary>
    public static Task DeleteAsync(StoreTransaction transaction, ProposalRow row) => transaction.ExecuteAsync(
        "DELETE FROM feature_proposals WHERE connection_id = @ConnectionId AND channel = @Channel", row);
}
