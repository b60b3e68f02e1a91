using Harness.Reference.Store;

namespace Harness.Reference.Outbox;

/// <summary>The deliveries' rows.</summary>
internal static class DeliveryStore
{
    public static Task AddAsync(
        StoreTransaction transaction, string kind, string subject, string payload, long dueAt) =>
        transaction.ExecuteAsync(
            "INSERT INTO deliveries (kind, subject, payload, due_at) VALUES (@kind, @subject, @payload, @dueAt)",
            new { kind, subject, payload, dueAt });

    /// <summary>Whether there is one of that kind about a resource.</summary>
    public static Task<bool> HasAsync(StoreTransaction transaction, string kind, string subject) =>
        transaction.ScalarAsync<bool>(
            "SELECT EXISTS (SELECT 1 FROM deliveries WHERE subject = @subject AND kind = @kind)",
            new { kind, subject });

    /// <summary>Withdraws what is still to be delivered about a resource.</summary>
    public static Task WithdrawAsync(
        StoreTransaction transaction, string subject, IReadOnlyCollection<string> kinds) =>
        transaction.ExecuteAsync(
            "DELETE FROM deliveries WHERE subject = @subject AND kind IN @kinds", new { subject, kinds });

    /// <summary>Withdraws one delivery.</summary>
    public static Task WithdrawOneAsync(StoreTransaction transaction, string kind, string subject, string payload) =>
        transaction.ExecuteAsync(
            "DELETE FROM deliveries WHERE subject = @subject AND kind = @kind AND payload = @payload",
            new { kind, subject, payload });

    /// <summary>Takes deliveries that are due, so that nobody else does until <paramref name="lease"/>.</summary>
    public static Task<IReadOnlyList<Delivery>> ClaimAsync(
        StoreTransaction transaction, long now, long lease, int count) =>
        transaction.QueryAsync<Delivery>(
            """
            UPDATE deliveries SET due_at = @lease
            WHERE id IN (SELECT id FROM deliveries WHERE due_at <= @now ORDER BY due_at, id LIMIT @count)
            RETURNING id, kind, subject, payload, attempts
            """,
            new { now, lease, count });

    /// <summary>When the next delivery is due, or null.</summary>
    public static Task<long?> NextDueAsync(StoreTransaction transaction) =>
        transaction.FindAsync<long?>("SELECT MIN(due_at) FROM deliveries");

    /// <summary>Removes a delivery; false where it was withdrawn.</summary>
    public static async Task<bool> RemoveAsync(StoreTransaction transaction, long id) =>
        await transaction.ExecuteAsync("DELETE FROM deliveries WHERE id = @id", new { id }) == 1;

    public static Task RepeatAsync(StoreTransaction transaction, long id, int attempts, long dueAt) =>
        transaction.ExecuteAsync(
            "UPDATE deliveries SET attempts = @attempts, due_at = @dueAt WHERE id = @id",
            new { id, attempts, dueAt });

    /// <summary>Makes everything due that an earlier run of the only coordinator has left.</summary>
    public static Task ReleaseAsync(StoreTransaction transaction, long now) =>
        transaction.ExecuteAsync("UPDATE deliveries SET due_at = @now WHERE due_at > @now", new { now });
}
