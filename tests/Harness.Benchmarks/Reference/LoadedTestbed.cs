using Harness.Protocol.Names;
using Harness.Reference.Store;
using Harness.Reference.Testbed;

namespace Harness.Benchmarks.Reference;

/// <summary>
/// An environment with interconnects enough for 100,000 connections of four features each: a channel has not
/// even 3,100 VLAN ids (FEA-03), so they are spread.
/// </summary>
internal static class LoadedTestbed
{
    private const int Interconnects = 40;

    // 169.254.1.0; every connection has the next four addresses of each of its channels.
    private const long FirstIpv4 = 2_851_995_904;

    private static readonly EnvironmentName Place = new ProviderName(DefaultTestbed.PartnerId).Environment("env-1");

    /// <summary>The environment that all of it is in.</summary>
    public static EnvironmentName Environment => Place;

    public static TestbedModel Create()
    {
        var model = DefaultTestbed.Create(environments: 1);
        var environment = model.Environments[0];
        var pattern = environment.Interconnects[0];
        return new TestbedModel(
            model.Provider,
            model.Peers,
            model.Accounts,
            [environment with { Interconnects = [.. Enumerable.Range(0, Interconnects).Select(n =>
                Like(pattern, n))] }],
            model.KeyLifetime);
    }

    /// <summary>Name of a stored connection, from 0. Ids are spread as random ones are.</summary>
    public static ConnectionName Connection(int number) => Interconnect(number % Interconnects).Connection(
        $"{unchecked((uint)(number * 2_654_435_761L)):x8}-0000-4000-8000-{number:x12}");

    /// <summary>Name of an interconnect, from 0.</summary>
    public static InterconnectName Interconnect(int number) => Place.Interconnect($"ix-{number}");

    /// <summary>Stores connections with a feature on each of their channels, in one transaction.</summary>
    public static Task FillAsync(CoordinatorStore store, int connections, string config) =>
        store.WriteAsync(
            async transaction =>
            {
                var arguments = new { connections, config, place = $"{Place}", Interconnects, FirstIpv4 };
                foreach (var statement in Statements)
                    await transaction.ExecuteAsync(statement, arguments);
            },
            CancellationToken.None);

    private static TestbedInterconnect Like(TestbedInterconnect pattern, int number) => pattern with
    {
        Id = Interconnect(number).Interconnect,
        Channels =
        [
            .. pattern.Channels.Select(channel => channel with { Device = $"dev-{number}-{channel.Id}" }),
        ],
    };

    private static readonly string[] Statements =
    [
        """
        CREATE TEMP TABLE numbers AS
        WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < @connections)
        SELECT i, printf('%08x-0000-4000-8000-%012x', (i * 2654435761) % 4294967296, i) AS uuid,
               @place || '/interconnects/ix-' || (i % @Interconnects) AS interconnect
        FROM n
        """,
        """
        INSERT INTO customer_connections
            (uuid, environment, bandwidth_mbps, account_id, remote_account_id, key_mbps, key_version,
             key_expires_at, confirmed_at, used_at)
        SELECT uuid, @place, 1, 'customer-1', 'acct-b', 1, 1, 1, 0, 0 FROM numbers ORDER BY i
        """,
        """
        INSERT INTO connections (interconnect_id, uuid, bandwidth_mbps, verification_state, available, peer_available)
        SELECT ix.id, n.uuid, 1, 'Verified', 1, 1
        FROM numbers n JOIN interconnects ix ON ix.name = n.interconnect ORDER BY n.i
        """,
        """
        INSERT INTO features
            (connection_id, feature_id, channel, vlan_id, ipv4_start, ipv4_end, config, provisioning_state, activation)
        SELECT c.id, 'feature-' || channel.id, n.interconnect || '/channels/' || channel.id,
               1025 + n.i / @Interconnects, @FirstIpv4 + 4 * (n.i / @Interconnects),
               @FirstIpv4 + 4 * (n.i / @Interconnects) + 3, @config, 'Final', 1
        FROM numbers n
        JOIN connections c ON c.uuid = n.uuid
        CROSS JOIN (SELECT 'ch1' AS id UNION SELECT 'ch2' UNION SELECT 'ch3' UNION SELECT 'ch4') channel
        """,
        """
        UPDATE interconnects SET reserved_mbps =
            (SELECT COUNT(*) FROM connections WHERE interconnect_id = interconnects.id)
        """,
        "DROP TABLE numbers",
    ];
}
