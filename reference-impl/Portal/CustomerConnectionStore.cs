using Harness.Reference.Store;

namespace Harness.Reference.Portal;

/// <summary>The customers' connections.</summary>
public static class CustomerConnectionStore
{
    private const string Columns =
        """
        id, uuid, environment, bandwidth_mbps, account_id, remote_account_id, key_mbps, key_version,
        key_expires_at, confirmed_at, used_at, deleted_at, accepted_key, failure
        """;

    public static Task AddAsync(StoreTransaction transaction, CustomerConnectionRow row) =>
        transaction.ExecuteOneAsync(
            """
            INSERT INTO customer_connections
                (uuid, environment, bandwidth_mbps, account_id, remote_account_id, key_mbps, key_version,
                    key_expires_at)
            VALUES
                (@Uuid, @Environment, @BandwidthMbps, @AccountId, @RemoteAccountId, @KeyMbps, @KeyVersion,
                    @KeyExpiresAt)
            """,
            row);

    /// <summary>Adds an acceptance, or puts it in the place of one that has failed.</summary>
    public static Task AcceptAsync(StoreTransaction transaction, CustomerConnectionRow row) =>
        transaction.ExecuteOneAsync(
            """
            INSERT INTO customer_connections
                (uuid, environment, bandwidth_mbps, account_id, remote_account_id, key_mbps, key_version,
                    key_expires_at, accepted_key)
            VALUES
                (@Uuid, @Environment, @BandwidthMbps, @AccountId, @RemoteAccountId, @KeyMbps, @KeyVersion,
                    @KeyExpiresAt, @AcceptedKey)
            ON CONFLICT (uuid) DO UPDATE
            SET environment = excluded.environment, bandwidth_mbps = excluded.bandwidth_mbps,
                account_id = excluded.account_id, key_mbps = excluded.key_mbps, key_version = excluded.key_version,
                accepted_key = excluded.accepted_key, confirmed_at = NULL, failure = NULL
            """,
            row);

    /// <summary>An acceptance came to nothing: the customer is told why.</summary>
    public static Task FailAsync(StoreTransaction transaction, string uuid, string failure) =>
        transaction.ExecuteAsync(
            "UPDATE customer_connections SET failure = @failure WHERE uuid = @uuid AND deleted_at IS NULL",
            new { uuid, failure });

    /// <summary>The row, deleted ones included, for reading only.</summary>
    public static Task<CustomerConnectionRow?> FindAsync(StoreTransaction transaction, string uuid) =>
        transaction.FindAsync<CustomerConnectionRow>(
            $"SELECT {Columns} FROM customer_connections WHERE uuid = @uuid", new { uuid });

    /// <summary>
    /// Takes the row for this transaction, deleted ones included: what is decided about a customer's intent
    /// is decided one after the other. Comes after the interconnect and before the connection.
    /// </summary>
    public static Task<CustomerConnectionRow?> TakeAsync(StoreTransaction transaction, string uuid) =>
        transaction.FindAsync<CustomerConnectionRow>(
            $"UPDATE customer_connections SET version = version + 1 WHERE uuid = @uuid RETURNING {Columns}",
            new { uuid });

    /// <summary>Rows that are not deleted, after <paramref name="after"/>, in the order of their creation.</summary>
    public static Task<IReadOnlyList<CustomerConnectionRow>> ListAsync(
        StoreTransaction transaction, long after, int count) =>
        transaction.QueryAsync<CustomerConnectionRow>(
            $"""
            SELECT {Columns} FROM customer_connections
            WHERE deleted_at IS NULL AND id > @after ORDER BY id LIMIT @count
            """,
            new { after, count });

    /// <summary>How many connections an account has, counted up to <paramref name="most"/> (KEY-03).</summary>
    public static Task<int> CountAsync(StoreTransaction transaction, string accountId, int most) =>
        transaction.ScalarAsync<int>(
            """
            SELECT COUNT(*) FROM (SELECT 1 FROM customer_connections
                WHERE account_id = @accountId AND deleted_at IS NULL AND failure IS NULL LIMIT @most) live
            """,
            new { accountId, most });

    /// <summary>The customer's intent is established (CON-06).</summary>
    public static Task ConfirmAsync(StoreTransaction transaction, long id, long now) =>
        transaction.ExecuteAsync(
            "UPDATE customer_connections SET confirmed_at = @now WHERE id = @id AND confirmed_at IS NULL",
            new { id, now });

    /// <summary>The key has done its work (KEY-11).</summary>
    public static Task UseAsync(StoreTransaction transaction, long id, long now) =>
        transaction.ExecuteAsync(
            "UPDATE customer_connections SET used_at = @now WHERE id = @id AND used_at IS NULL", new { id, now });

    public static Task SetBandwidthAsync(StoreTransaction transaction, string uuid, int mbps) =>
        transaction.ExecuteOneAsync(
            "UPDATE customer_connections SET bandwidth_mbps = @mbps WHERE uuid = @uuid", new { uuid, mbps });

    /// <summary>Deletes for ever: the row stays, so that UUID and key cannot come back (KEY-16).</summary>
    public static Task DeleteAsync(StoreTransaction transaction, string uuid, long now) =>
        transaction.ExecuteOneAsync(
            "UPDATE customer_connections SET deleted_at = @now WHERE uuid = @uuid", new { uuid, now });
}
