using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Store;
using Harness.Reference.Testbed;

namespace Harness.Reference.Interconnects;

/// <summary>The interconnects' rows: their state, and the bandwidth that is reserved on them.</summary>
public static class InterconnectStore
{
    private const string Columns = "id, name, state, max_mbps, reserved_mbps";

    /// <summary>Brings the rows in line with the testbed. The state of one that is there stays as it is.</summary>
    /// <exception cref="StoreException">An interconnect has more reserved than the testbed allows.</exception>
    public static async Task SynchronizeAsync(StoreTransaction transaction, TestbedModel testbed)
    {
        foreach (var environment in testbed.Environments)
            foreach (var interconnect in environment.Interconnects)
                await PutAsync(transaction, environment.Name.Interconnect(interconnect.Id), interconnect);
    }

    /// <summary>
    /// Takes the interconnect for this transaction: whoever wants to reserve on it waits until the
    /// transaction ends (CON-13, FEA-09, MAC-14). First statement of every transaction that reserves.
    /// </summary>
    /// <returns>The row, or null where there is no such interconnect.</returns>
    public static Task<InterconnectRow?> TakeAsync(StoreTransaction transaction, InterconnectName name) =>
        transaction.FindAsync<InterconnectRow>(
            $"UPDATE interconnects SET version = version + 1 WHERE name = @name RETURNING {Columns}",
            new { name = name.ToString() });

    /// <summary>The row, for reading only.</summary>
    public static Task<InterconnectRow?> FindAsync(StoreTransaction transaction, InterconnectName name) =>
        transaction.FindAsync<InterconnectRow>(
            $"SELECT {Columns} FROM interconnects WHERE name = @name", new { name = name.ToString() });

    /// <summary>All interconnects of an environment.</summary>
    public static Task<IReadOnlyList<InterconnectRow>> ListAsync(
        StoreTransaction transaction, EnvironmentName environment) =>
        transaction.QueryAsync<InterconnectRow>(
            $"SELECT {Columns} FROM interconnects WHERE environment = @environment ORDER BY name",
            new { environment = environment.ToString() });

    /// <summary>Reserves bandwidth, or frees it where <paramref name="mbps"/> is negative.</summary>
    /// <exception cref="StoreException">It would exceed the interconnect's bandwidth (IXC-02).</exception>
    public static Task ReserveAsync(StoreTransaction transaction, long interconnectId, int mbps) =>
        transaction.ExecuteOneAsync(
            """
            UPDATE interconnects SET reserved_mbps = reserved_mbps + @mbps
            WHERE id = @interconnectId AND (@mbps <= 0 OR reserved_mbps + @mbps <= max_mbps)
            """,
            new { interconnectId, mbps });

    /// <summary>Changes the state; false where there is no such interconnect.</summary>
    public static async Task<bool> SetStateAsync(
        StoreTransaction transaction, InterconnectName name, InterconnectState state) =>
        await transaction.ExecuteAsync(
            "UPDATE interconnects SET state = @state WHERE name = @name",
            new { name = name.ToString(), state = state.ToString() }) == 1;

    private static async Task PutAsync(
        StoreTransaction transaction, InterconnectName name, TestbedInterconnect interconnect)
    {
        var row = new
        {
            name = name.ToString(),
            environment = name.Environment.ToString(),
            state = interconnect.State.ToString(),
            max = interconnect.MaxBandwidthMbps,
        };
        await transaction.ExecuteAsync(
            """
            INSERT INTO interconnects (name, environment, state, max_mbps)
            VALUES (@name, @environment, @state, @max)
            ON CONFLICT (name) DO UPDATE SET max_mbps = excluded.max_mbps
            """,
            row);
        var stored = await FindAsync(transaction, name);
        if (stored is { FreeMbps: < 0 })
            throw new StoreException(
                $"expected at most {stored.MaxMbps} Mbps reserved on {name}, found {stored.ReservedMbps}; "
                + "raise maxBandwidthMbps in the testbed, or name another store");
    }
}
