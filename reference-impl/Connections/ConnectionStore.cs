using Harness.Protocol.Names;
using Harness.Reference.Store;

namespace Harness.Reference.Connections;

/// <summary>The connections' rows.</summary>
public static class ConnectionStore
{
    private const string Columns =
        """
        c.id, c.interconnect_id, i.name AS interconnect, c.uuid, c.bandwidth_mbps, c.verification_state, c.available,
        c.changing, c.status_version, c.acked_version, c.peer_notices, c.refreshed_notice, c.peer_available,
        c.update_state, c.update_mbps, c.held_mbps, c.created_at, c.verified_at,
        c.missing_since
        """;

    private const string Select =
        $"SELECT {Columns} FROM connections c JOIN interconnects i ON i.id = c.interconnect_id";

    /// <summary>Places a connection at an instant of the protocol's clock, in milliseconds since 1970.</summary>
    public static Task AddAsync(StoreTransaction transaction, long interconnectId, string uuid, int mbps, long now) =>
        transaction.ExecuteOneAsync(
            """
            INSERT INTO connections (created_at, interconnect_id, uuid, bandwidth_mbps, verification_state)
            VALUES (@now, @interconnectId, @uuid, @mbps, 'Unverified')
            """,
            new { interconnectId, uuid, mbps, now });

    /// <summary>The row, for reading only.</summary>
    public static Task<ConnectionRow?> FindAsync(StoreTransaction transaction, ConnectionName name) =>
        transaction.FindAsync<ConnectionRow>(
            $"{Select} WHERE i.name = @interconnect AND c.uuid = @uuid", Key(name));

    /// <summary>
    /// Takes the row for this transaction: what changes a connection's status comes one after the other.
    /// Comes after the interconnect and the customer's connection, where they are taken too.
    /// </summary>
    public static async Task<ConnectionRow?> TakeAsync(StoreTransaction transaction, ConnectionName name)
    {
        var taken = await transaction.ExecuteAsync(
            """
            UPDATE connections SET version = version + 1
            WHERE uuid = @uuid AND interconnect_id = (SELECT id FROM interconnects WHERE name = @interconnect)
            """,
            Key(name));
        return taken == 0 ? null : await FindAsync(transaction, name);
    }

    /// <summary>Connections of an interconnect in the order of their ids, after <paramref name="after"/>.</summary>
    public static Task<IReadOnlyList<ConnectionRow>> ListAsync(
        StoreTransaction transaction, InterconnectName interconnect, string? after, int count) =>
        transaction.QueryAsync<ConnectionRow>(
            $"""
            {Select}
            WHERE c.interconnect_id = (SELECT id FROM interconnects WHERE name = @interconnect) AND c.uuid > @after
            ORDER BY c.uuid LIMIT @count
            """,
            new { interconnect = interconnect.ToString(), after = after ?? "", count });

    /// <summary>All connections of that id, on whatever interconnects (MIG-02).</summary>
    public static Task<IReadOnlyList<ConnectionRow>> PlacementsAsync(StoreTransaction transaction, string uuid) =>
        transaction.QueryAsync<ConnectionRow>($"{Select} WHERE c.uuid = @uuid ORDER BY c.id", new { uuid });

    /// <summary>
    /// Connections that were placed by an instant and never VERIFIED, or that the peer has not had since then (CON-15).
    /// </summary>
    public static Task<IReadOnlyList<ConnectionRow>> UnfinishedAsync(StoreTransaction transaction, long since) =>
        transaction.QueryAsync<ConnectionRow>(
            $"""
            {Select} WHERE c.verified_at IS NULL AND c.created_at <= @since
            UNION {Select} WHERE c.missing_since <= @since
            """,
            new { since });

    /// <summary>The peer has said whether it has the connection; the first time that it has not counts.</summary>
    public static Task MissAsync(StoreTransaction transaction, long id, long? now) =>
        transaction.ExecuteAsync(
            """
            UPDATE connections
            SET missing_since = CASE WHEN @now IS NULL THEN NULL ELSE COALESCE(missing_since, @now) END
            WHERE id = @id
            """,
            new { id, now });

    /// <summary>It has become VERIFIED; the first time counts.</summary>
    public static Task FinishAsync(StoreTransaction transaction, long id, long now) =>
        transaction.ExecuteAsync(
            "UPDATE connections SET verified_at = COALESCE(verified_at, @now) WHERE id = @id", new { id, now });

    /// <summary>Gives connections of an older store the instants that it did not keep.</summary>
    public static Task DateAsync(StoreTransaction transaction, long now) => transaction.ExecuteAsync(
        """
        UPDATE connections
        SET created_at = @now, verified_at = CASE verification_state WHEN 'Verified' THEN @now END
        WHERE created_at IS NULL
        """,
        new { now });

    public static Task DeleteAsync(StoreTransaction transaction, long id) =>
        transaction.ExecuteOneAsync("DELETE FROM connections WHERE id = @id", new { id });

    /// <summary>A change of bandwidth is agreed and on its way to the network (UPD-08).</summary>
    public static Task SetBandwidthAsync(StoreTransaction transaction, long id, int mbps) =>
        transaction.ExecuteOneAsync(
            "UPDATE connections SET bandwidth_mbps = @mbps, changing = 1 WHERE id = @id", new { id, mbps });

    /// <summary>Our own customer's update goes on; see <see cref="UpdateState"/>.</summary>
    public static Task SetUpdateAsync(
        StoreTransaction transaction, long id, UpdateState state, int mbps, int heldMbps) =>
        transaction.ExecuteOneAsync(
            "UPDATE connections SET update_state = @state, update_mbps = @mbps, held_mbps = @heldMbps WHERE id = @id",
            new { id, state = state.ToString(), mbps, heldMbps });

    /// <summary>The peer has acknowledged our status (PRO-02).</summary>
    public static Task AcknowledgeAsync(StoreTransaction transaction, long id, int version) =>
        transaction.ExecuteAsync(
            "UPDATE connections SET acked_version = @version WHERE id = @id AND acked_version < @version",
            new { id, version });

    /// <summary>The peer has notified; answers how often it has by now.</summary>
    public static Task<int> NoticeAsync(StoreTransaction transaction, long id) =>
        transaction.ScalarAsync<int>(
            "UPDATE connections SET peer_notices = peer_notices + 1 WHERE id = @id RETURNING peer_notices", new { id });

    /// <summary>The connection was refreshed from the peer (PRO-04); an older refresh does not undo a newer.</summary>
    public static Task RefreshAsync(StoreTransaction transaction, long id, int notice, bool peerAvailable) =>
        transaction.ExecuteAsync(
            """
            UPDATE connections SET refreshed_notice = @notice, peer_available = @peerAvailable
            WHERE id = @id AND refreshed_notice <= @notice
            """,
            new { id, notice, peerAvailable });

    /// <summary>Writes what was decided about a connection's status.</summary>
    public static Task SettleAsync(StoreTransaction transaction, long id, SettledStatus status) =>
        transaction.ExecuteOneAsync(
            """
            UPDATE connections
            SET available = @Available, changing = @Changing, status_version = @StatusVersion,
                verification_state = @VerificationState, update_state = @UpdateState
            WHERE id = @id
            """,
            new
            {
                id,
                status.Available,
                status.Changing,
                status.StatusVersion,
                VerificationState = status.VerificationState.ToString(),
                UpdateState = status.UpdateState?.ToString(),
            });

    private static object Key(ConnectionName name) =>
        new { interconnect = name.Interconnect.ToString(), uuid = name.Connection };
}
