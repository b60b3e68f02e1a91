using Harness.Protocol.Names;
using Harness.Reference.Store;

namespace Harness.Reference.Features;

/// <summary>The features' rows. Whoever adds one has taken the interconnect (FEA-09).</summary>
public static class FeatureStore
{
    private const string Columns =
        """
        id, connection_id, feature_id, channel, vlan_id, ipv4_start, ipv4_end, ipv6_start, ipv6_end, config,
        provisioning_state, activation, agreed
        """;

    public static Task AddAsync(StoreTransaction transaction, FeatureRow row) =>
        transaction.ExecuteOneAsync(
            """
            INSERT INTO features
                (connection_id, feature_id, channel, vlan_id, ipv4_start, ipv4_end, ipv6_start, ipv6_end, config,
                 provisioning_state, agreed)
            VALUES
                (@ConnectionId, @FeatureId, @Channel, @VlanId, @Ipv4Start, @Ipv4End, @Ipv6Start, @Ipv6End, @Config,
                 'Pending', @Agreed)
            """,
            row);

    public static Task<FeatureRow?> FindAsync(StoreTransaction transaction, long connectionId, string featureId) =>
        transaction.FindAsync<FeatureRow>(
            $"SELECT {Columns} FROM features WHERE connection_id = @connectionId AND feature_id = @featureId",
            new { connectionId, featureId });

    /// <summary>Names of all features of a channel that are in the network.</summary>
    /// <param name="transaction">Any.</param>
    /// <param name="channel">Full name of the channel.</param>
    public static async Task<IReadOnlyList<FeatureName>> FinalOnChannelAsync(
        StoreTransaction transaction, string channel)
    {
        var rows = await transaction.QueryAsync<(string Interconnect, string Uuid, string FeatureId)>(
            """
            SELECT i.name, c.uuid, f.feature_id FROM features f
            JOIN connections c ON c.id = f.connection_id JOIN interconnects i ON i.id = c.interconnect_id
            WHERE f.channel = @channel AND f.provisioning_state = 'Final' ORDER BY f.id
            """,
            new { channel });
        return
        [
            .. rows.Select(row => ResourceName.Parse<InterconnectName>(row.Interconnect)
                .Connection(row.Uuid).Feature(row.FeatureId)),
        ];
    }

    /// <summary>Agreed features of a connection in the order of their ids, after <paramref name="after"/>.</summary>
    public static Task<IReadOnlyList<FeatureRow>> ListAsync(
        StoreTransaction transaction, long connectionId, string? after, int count) =>
        transaction.QueryAsync<FeatureRow>(
            $"""
            SELECT {Columns} FROM features WHERE connection_id = @connectionId AND feature_id > @after AND agreed = 1
            ORDER BY feature_id LIMIT @count
            """,
            new { connectionId, after = after ?? "", count });

    /// <summary>All features of a connection, proposed ones included.</summary>
    public static Task<IReadOnlyList<FeatureRow>> AllAsync(StoreTransaction transaction, long connectionId) =>
        transaction.QueryAsync<FeatureRow>(
            $"SELECT {Columns} FROM features WHERE connection_id = @connectionId", new { connectionId });

    /// <summary>
    /// All features of a customer's connection on other channels, those on other interconnects and proposed ones
    /// included: one device may have several of them.
    /// </summary>
    /// <param name="transaction">Any.</param>
    /// <param name="uuid">Id of the connection.</param>
    /// <param name="channel">Full name of the channel that is left out.</param>
    public static Task<IReadOnlyList<FeatureRow>> ElsewhereAsync(
        StoreTransaction transaction, string uuid, string channel) =>
        transaction.QueryAsync<FeatureRow>(
            $"""
            SELECT {Columns} FROM features
            WHERE connection_id IN (SELECT id FROM connections WHERE uuid = @uuid) AND channel <> @channel
            """,
            new { uuid, channel });

    /// <summary>Agreed features in all, those in the network, and those on their way there.</summary>
    public static async Task<(int Accepted, int Final, int UnderWay)> CountAsync(
        StoreTransaction transaction, long connectionId)
    {
        var counts = await transaction.FindAsync<(int Accepted, int Final, int UnderWay)>(
            """
            SELECT COUNT(*), COUNT(*) FILTER (WHERE provisioning_state = 'Final'),
                   COUNT(*) FILTER (WHERE provisioning_state = 'Pending' AND activation > 0)
            FROM features WHERE connection_id = @connectionId AND agreed = 1
            """,
            new { connectionId });
        return counts;
    }

    /// <summary>The peer has accepted our proposal (FEA-01).</summary>
    public static Task AgreeAsync(StoreTransaction transaction, long id) =>
        transaction.ExecuteOneAsync("UPDATE features SET agreed = 1 WHERE id = @id", new { id });

    /// <summary>The VLANs that are taken on a channel, proposed ones included.</summary>
    public static Task<IReadOnlyList<int>> TakenVlansAsync(StoreTransaction transaction, string channel) =>
        transaction.QueryAsync<int>("SELECT vlan_id FROM features WHERE channel = @channel", new { channel });

    public static Task<bool> VlanTakenAsync(StoreTransaction transaction, string channel, int vlanId) =>
        transaction.ScalarAsync<bool>(
            "SELECT EXISTS (SELECT 1 FROM features WHERE channel = @channel AND vlan_id = @vlanId)",
            new { channel, vlanId });

    /// <summary>
    /// Whether a subnet of the channel overlaps the one given. They are disjoint among themselves, so the last
    /// one that starts before the end given is the only one that can (FEA-07).
    /// </summary>
    public static Task<bool> Ipv4TakenAsync(StoreTransaction transaction, string channel, IpSubnet subnet) =>
        transaction.ScalarAsync<bool>(
            """
            SELECT EXISTS (SELECT 1 FROM
                (SELECT ipv4_end FROM features WHERE channel = @channel AND ipv4_start <= @end
                 ORDER BY ipv4_start DESC LIMIT 1) neighbour
                WHERE neighbour.ipv4_end >= @start)
            """,
            new { channel, start = subnet.FirstAsNumber, end = subnet.LastAsNumber });

    /// <summary>As <see cref="Ipv4TakenAsync"/>, for IPv6.</summary>
    public static Task<bool> Ipv6TakenAsync(StoreTransaction transaction, string channel, IpSubnet subnet) =>
        transaction.ScalarAsync<bool>(
            """
            SELECT EXISTS (SELECT 1 FROM
                (SELECT ipv6_end FROM features WHERE channel = @channel AND ipv6_start <= @end
                 ORDER BY ipv6_start DESC LIMIT 1) neighbour
                WHERE neighbour.ipv6_end >= @start)
            """,
            new { channel, start = subnet.FirstAsHex, end = subnet.LastAsHex });

    /// <summary>The connection's feature on a channel; null for none.</summary>
    public static Task<FeatureRow?> OfChannelAsync(StoreTransaction transaction, long connectionId, string channel) =>
        transaction.FindAsync<FeatureRow>(
            $"SELECT {Columns} FROM features WHERE connection_id = @connectionId AND channel = @channel",
            new { connectionId, channel });

    /// <summary>Whether the connection has a feature on the channel (FEA-08).</summary>
    public static Task<bool> OnChannelAsync(StoreTransaction transaction, long connectionId, string channel) =>
        transaction.ScalarAsync<bool>(
            "SELECT EXISTS (SELECT 1 FROM features WHERE connection_id = @connectionId AND channel = @channel)",
            new { connectionId, channel });

    /// <summary>
    /// The IPv4 subnets that are taken on a channel: the last one that starts before an address, and the next
    /// <paramref name="count"/> from it on, in order.
    /// </summary>
    public static Task<IReadOnlyList<(long Start, long End)>> TakenIpv4Async(
        StoreTransaction transaction, string channel, long from, int count) =>
        transaction.QueryAsync<(long Start, long End)>(Taken("ipv4"), new { channel, from, count });

    /// <summary>As <see cref="TakenIpv4Async"/>, for IPv6 and in 32 hex digits.</summary>
    public static Task<IReadOnlyList<(string Start, string End)>> TakenIpv6Async(
        StoreTransaction transaction, string channel, string from, int count) =>
        transaction.QueryAsync<(string Start, string End)>(Taken("ipv6"), new { channel, from, count });

    /// <summary>Marks the features that the network was not asked for yet as asked for, and answers them.</summary>
    public static Task<IReadOnlyList<FeatureRow>> StartAsync(StoreTransaction transaction, long connectionId) =>
        transaction.QueryAsync<FeatureRow>(
            $"""
            UPDATE features SET activation = 1 WHERE connection_id = @connectionId AND activation = 0 AND agreed = 1
            RETURNING {Columns}
            """,
            new { connectionId });

    /// <summary>Returns the features that the network was asked for to PENDING, and answers them (PRO-06).</summary>
    public static Task<IReadOnlyList<FeatureRow>> RestartAsync(StoreTransaction transaction, long connectionId) =>
        transaction.QueryAsync<FeatureRow>(
            $"""
            UPDATE features SET activation = activation + 1, provisioning_state = 'Pending'
            WHERE connection_id = @connectionId AND activation > 0
            RETURNING {Columns}
            """,
            new { connectionId });

    /// <summary>The network has brought up what request <paramref name="activation"/> asked for (PRO-01).</summary>
    public static Task FinishAsync(
        StoreTransaction transaction, long connectionId, string featureId, int activation) =>
        transaction.ExecuteAsync(
            """
            UPDATE features SET provisioning_state = 'Final'
            WHERE connection_id = @connectionId AND feature_id = @featureId AND activation = @activation
            """,
            new { connectionId, featureId, activation });

    public static Task DeleteAsync(StoreTransaction transaction, long id) =>
        transaction.ExecuteOneAsync("DELETE FROM features WHERE id = @id", new { id });

    private static string Taken(string family) =>
        $"""
        SELECT * FROM (SELECT {family}_start, {family}_end FROM features
            WHERE channel = @channel AND {family}_start < @from ORDER BY {family}_start DESC LIMIT 1) before
        UNION ALL
        SELECT * FROM (SELECT {family}_start, {family}_end FROM features
            WHERE channel = @channel AND {family}_start >= @from ORDER BY {family}_start LIMIT @count) onwards
        """;
}
