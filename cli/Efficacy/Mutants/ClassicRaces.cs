using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Harness.Cli.Efficacy.Altering;
using Harness.Cli.Local;
using Harness.Protocol.Operations;
using Harness.Reference.Connections;
using Harness.Reference.Store;

namespace Harness.Cli.Efficacy.Mutants;

/// <summary>The three classics: a double grant, a lost delete and a stale read, each in a window of time.</summary>
internal static class ClassicRaces
{
    private const string Guard = " AND (@mbps <= 0 OR reserved_mbps + @mbps <= max_mbps)";
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Staleness = TimeSpan.FromMilliseconds(50);

    public static IEnumerable<Mutant> All =>
    [
        new("grant-in-a-window", "CON-13", "bandwidth is checked, and reserved 1 ms later", DoubleGrant(Window)),
        new("delete-lost-beside-an-update", "DEL-07", "a delete that meets an update is answered and not done",
            LostDelete(Window)),
        new("read-from-a-cache", "UPD-04", "a read shows the connection as it was some ms ago", StaleRead(Staleness)),
    ];

    /// <summary>Bandwidth is checked, and reserved a window later: who comes in between is granted the same.</summary>
    public static Alteration DoubleGrant(TimeSpan window) => options =>
    {
        var ledger = new Ledger(options.Store);
        return Alter.All(
            Alter.Rules(ConnectionRules.Fits with { Decide = _ => null }),
            Alter.Sql(Guard, ""),
            Wire.Calls(async call =>
            {
                if (call.Operation == PublishedOperations.CreateConnection)
                    return await ledger.GrantAsync(call, () => PauseAsync(window, options.TechnicalTime));
                var reply = await call.ProceedAsync();
                if (call.Http.Request.Method != HttpMethods.Get)
                    await ledger.LearnAsync();
                return reply;
            }))(options);
    };

    /// <summary>A delete that comes in during an update, which takes a while, is answered and not done.</summary>
    public static Alteration LostDelete(TimeSpan window) => options =>
    {
        var updating = new ConcurrentDictionary<string, int>();
        return Wire.Calls(async call =>
        {
            if (call.Operation == PublishedOperations.DeleteConnection && updating.GetValueOrDefault(call.Path) > 0)
                return Reply.Of(200, new JsonObject());
            if (call.Operation != PublishedOperations.UpdateConnection)
                return await call.ProceedAsync();
            updating.AddOrUpdate(call.Path, 1, (_, count) => count + 1);
            try
            {
                await PauseAsync(window, options.TechnicalTime);
                return await call.ProceedAsync();
            }
            finally
            {
                updating.AddOrUpdate(call.Path, 0, (_, count) => count - 1);
            }
        })(options);
    };

    /// <summary>A connection is read from a cache that learns of a change some time after it was answered.</summary>
    public static Alteration StaleRead(TimeSpan staleness) => options =>
    {
        var cache = new ConcurrentDictionary<string, Reply>();
        var changed = new ConcurrentDictionary<string, long>();
        return Wire.Calls(async call =>
        {
            if (call.Operation != PublishedOperations.GetConnection)
            {
                var written = await call.ProceedAsync();
                if (call.Http.Request.Method != HttpMethods.Get)
                    changed[call.Path] = Stopwatch.GetTimestamp();
                return written;
            }

            var stale = changed.TryGetValue(call.Path, out var at) && Stopwatch.GetElapsedTime(at) < staleness;
            if (stale && cache.TryGetValue(call.Path, out var cached))
                return cached;
            return cache[call.Path] = await call.ProceedAsync();
        })(options);
    };

    private static int Mbps(Call call) =>
        call.Json()["bandwidthMbps"] is JsonValue value && value.TryGetValue(out int mbps) ? mbps : 0;

    // Below a timer's reach, a pause that gives the processor away would be longer than the window by far.
    private static async Task PauseAsync(TimeSpan window, TimeProvider time)
    {
        if (window >= Window)
        {
            await Task.Delay(window, time);
            return;
        }

        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < window)
            Thread.SpinWait(20);
    }

    /// <summary>
    /// What is free, in memory: between the check and the grant nothing takes time but the window. What was granted and
    /// is not in the store yet counts.
    /// </summary>
    private sealed class Ledger(IStoreDialect store) : IDisposable
    {
        private readonly ConcurrentDictionary<string, long> free = [];
        private readonly ConcurrentDictionary<string, long> granted = [];
        private readonly SemaphoreSlim learning = new(1);

        public async Task<Reply> GrantAsync(Call call, Func<Task> window)
        {
            var (interconnect, mbps) = (string.Join('/', call.Segments[..^1]), Mbps(call));
            if (free.TryAdd(interconnect, 0))
                await LearnAsync();
            if (mbps > free[interconnect] - granted.GetValueOrDefault(interconnect))
                return Reply.Of(409);
            await window();
            Grant(interconnect, mbps);
            try
            {
                var reply = await call.ProceedAsync();
                await LearnAsync();
                return reply;
            }
            finally
            {
                Grant(interconnect, -mbps);
            }
        }

        public async Task LearnAsync()
        {
            await learning.WaitAsync();
            try
            {
                await using var transaction = await store.BeginReadAsync(CancellationToken.None);
                foreach (var interconnect in free.Keys)
                    free[interconnect] = await transaction.ScalarAsync<long>(
                        "SELECT max_mbps - reserved_mbps FROM interconnects WHERE name = @interconnect",
                        new { interconnect });
            }
            finally
            {
                learning.Release();
            }
        }

        public void Dispose() => learning.Dispose();

        private void Grant(string interconnect, long mbps) =>
            granted.AddOrUpdate(interconnect, mbps, (_, sum) => sum + mbps);
    }
}
