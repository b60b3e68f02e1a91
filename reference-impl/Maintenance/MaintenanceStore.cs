using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Store;

namespace Harness.Reference.Maintenance;

/// <summary>The events' rows.</summary>
internal static class MaintenanceStore
{
    private const string Columns = "maintenance_id, channel, start_time, end_time, emergency";

    /// <summary>Our events of a channel, those over included, by their start.</summary>
    public static Task<IReadOnlyList<MaintenanceRow>> OfChannelAsync(
        StoreTransaction transaction, ChannelName channel) =>
        transaction.QueryAsync<MaintenanceRow>(
            $"SELECT {Columns} FROM maintenance_events WHERE channel = @channel ORDER BY start_time, id",
            new { channel = channel.ToString() });

    /// <summary>Ours and the peer's events of a channel, but for one of ours.</summary>
    public static Task<IReadOnlyList<MaintenanceRow>> OfBothAsync(
        StoreTransaction transaction, ChannelName channel, string except) =>
        transaction.QueryAsync<MaintenanceRow>(
            $"""
            SELECT {Columns} FROM maintenance_events WHERE channel = @channel AND maintenance_id <> @except
            UNION ALL
            SELECT maintenance_id, channel, start_time, end_time, 0
            FROM peer_maintenance_events WHERE channel = @channel
            """,
            new { channel = channel.ToString(), except });

    /// <summary>Our events that are not over.</summary>
    public static Task<IReadOnlyList<MaintenanceRow>> OursAsync(StoreTransaction transaction, long now) =>
        transaction.QueryAsync<MaintenanceRow>(
            $"SELECT {Columns} FROM maintenance_events WHERE end_time > @now ORDER BY start_time, id", new { now });

    /// <summary>Full names of the channels that are drained.</summary>
    public static Task<IReadOnlyList<string>> DrainedAsync(StoreTransaction transaction) =>
        transaction.QueryAsync<string>("SELECT channel FROM drained_channels ORDER BY channel");

    public static Task SetDrainedAsync(StoreTransaction transaction, string channel, bool drained) =>
        transaction.ExecuteOneAsync(
            drained
                ? "INSERT INTO drained_channels (channel) VALUES (@channel)"
                : "DELETE FROM drained_channels WHERE channel = @channel",
            new { channel });

    public static Task<MaintenanceRow?> FindAsync(StoreTransaction transaction, string maintenanceId) =>
        transaction.FindAsync<MaintenanceRow>(
            $"SELECT {Columns} FROM maintenance_events WHERE maintenance_id = @maintenanceId", new { maintenanceId });

    /// <summary>Adds an event or changes the one of that id.</summary>
    public static Task PutAsync(StoreTransaction transaction, MaintenanceRow row) =>
        transaction.ExecuteOneAsync(
            """
            INSERT INTO maintenance_events (maintenance_id, channel, start_time, end_time, emergency)
            VALUES (@MaintenanceId, @Channel, @StartTime, @EndTime, @Emergency)
            ON CONFLICT (maintenance_id) DO UPDATE SET
                start_time = excluded.start_time, end_time = excluded.end_time, emergency = excluded.emergency
            """,
            row);

    public static Task DeleteAsync(StoreTransaction transaction, string maintenanceId) =>
        transaction.ExecuteOneAsync(
            "DELETE FROM maintenance_events WHERE maintenance_id = @maintenanceId", new { maintenanceId });

    /// <summary>Puts what a peer has told in the place of what it told before.</summary>
    public static async Task ReplacePeersAsync(
        StoreTransaction transaction, ChannelName channel, IEnumerable<MaintenanceEvent> events)
    {
        await transaction.ExecuteAsync(
            "DELETE FROM peer_maintenance_events WHERE channel = @channel", new { channel = channel.ToString() });
        foreach (var told in events)
        {
            await transaction.ExecuteAsync(
                """
                INSERT INTO peer_maintenance_events (channel, maintenance_id, start_time, end_time)
                VALUES (@channel, @id, @start, @end)
                ON CONFLICT (channel, maintenance_id) DO NOTHING
                """,
                new
                {
                    channel = channel.ToString(),
                    id = told.MaintenanceId,
                    start = told.StartTime?.ToUnixTimeMilliseconds(),
                    end = told.EndTime?.ToUnixTimeMilliseconds(),
                });
        }
    }
}
