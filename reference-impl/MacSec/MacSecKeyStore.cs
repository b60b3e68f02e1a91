using Harness.Protocol.Names;
using Harness.Reference.Store;

namespace Harness.Reference.MacSec;

/// <summary>The keys' rows.</summary>
internal static class MacSecKeyStore
{
    private const string Columns = "id, channel, key_id, ckn, start_time, active, activated_at, is_rotation";

    public static Task<IReadOnlyList<MacSecKeyRow>> OfInterconnectAsync(
        StoreTransaction transaction, long interconnectId) =>
        transaction.QueryAsync<MacSecKeyRow>(
            $"SELECT {Columns} FROM macsec_keys WHERE interconnect_id = @interconnectId ORDER BY id",
            new { interconnectId });

    public static Task<IReadOnlyList<MacSecKeyRow>> OfChannelAsync(
        StoreTransaction transaction, ChannelName channel) =>
        transaction.QueryAsync<MacSecKeyRow>(
            $"SELECT {Columns} FROM macsec_keys WHERE channel = @channel ORDER BY id",
            new { channel = channel.ToString() });

    public static Task<MacSecKeyRow?> FindAsync(StoreTransaction transaction, MacSecKeyName name) =>
        transaction.FindAsync<MacSecKeyRow>(
            $"SELECT {Columns} FROM macsec_keys WHERE channel = @channel AND key_id = @key",
            new { channel = name.Channel.ToString(), key = name.Id });

    /// <summary>The key itself, for as long as it is not in use: a secret (SEC-05).</summary>
    public static Task<string?> FindCakAsync(StoreTransaction transaction, MacSecKeyName name) =>
        transaction.FindAsync<string>(
            "SELECT cak FROM macsec_keys WHERE channel = @channel AND key_id = @key",
            new { channel = name.Channel.ToString(), key = name.Id });

    /// <summary>Adds a key; false where the channel has one of that id.</summary>
    public static async Task<bool> AddAsync(StoreTransaction transaction, NewKey key) =>
        await transaction.ExecuteAsync(
            """
            INSERT INTO macsec_keys
                (interconnect_id, channel, key_id, ckn, cak, start_time, active, activated_at, is_rotation)
            VALUES
                (@InterconnectId, @Channel, @KeyId, @Ckn, @Cak, @StartTime, @Active, @ActivatedAt, @IsRotation)
            ON CONFLICT (channel, key_id) DO NOTHING
            """,
            new
            {
                key.InterconnectId,
                Channel = key.Name.Channel.ToString(),
                KeyId = key.Name.Id,
                key.Ckn,
                key.Cak,
                StartTime = key.StartTime.ToUnixTimeMilliseconds(),
                key.Active,
                ActivatedAt = key.Active ? key.StartTime.ToUnixTimeMilliseconds() : (long?)null,
                key.IsRotation,
            }) == 1;

    /// <summary>Marks every key of the channel inactive but one.</summary>
    public static Task DeactivateOthersAsync(StoreTransaction transaction, MacSecKeyRow key) =>
        transaction.ExecuteAsync(
            "UPDATE macsec_keys SET active = 0 WHERE channel = @Channel AND id <> @Id", new { key.Channel, key.Id });

    /// <summary>Marks a key active and forgets its CAK.</summary>
    public static Task ActivateAsync(StoreTransaction transaction, MacSecKeyRow key, DateTimeOffset now) =>
        transaction.ExecuteOneAsync(
            """
            UPDATE macsec_keys SET active = 1, activated_at = COALESCE(activated_at, @now), cak = NULL WHERE id = @Id
            """,
            new { key.Id, now = now.ToUnixTimeMilliseconds() });

    public static Task DeleteAsync(StoreTransaction transaction, MacSecKeyRow key) =>
        transaction.ExecuteOneAsync("DELETE FROM macsec_keys WHERE id = @Id", new { key.Id });
}
