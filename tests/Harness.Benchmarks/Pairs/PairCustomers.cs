using System.Collections.Concurrent;
using Harness.Cli.Pairs;

namespace Harness.Benchmarks.Pairs;

/// <summary>Customers who act at the portals of two references, several at a time.</summary>
internal sealed class PairCustomers(SidePair pair, int environments, TimeProvider time)
{
    private const int Mbps = 1;

    private readonly SideActions actions = new(pair, TimeSpan.FromMilliseconds(10), time, CancellationToken.None);
    private int created;

    /// <summary>How many connections are there.</summary>
    public int Live { get; private set; }

    /// <summary>Creates connections and waits until both portals show each of them VERIFIED.</summary>
    /// <returns>Their UUIDs.</returns>
    public async Task<IReadOnlyCollection<string>> CreateAsync(int count, int customers)
    {
        var made = new ConcurrentBag<string>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = customers };
        await Parallel.ForAsync(0, count, options, async (_, _) =>
        {
            var environment = $"env-{Interlocked.Increment(ref created) % environments + 1}";
            var uuid = await actions.CreateAsync(pair.First, environment, Mbps);
            foreach (var side in pair.Both)
                await actions.VerifiedAsync(side, uuid);
            made.Add(uuid);
        });
        Live += made.Count;
        return made;
    }

    /// <summary>Deletes connections, and waits until neither portal knows them.</summary>
    public async Task DeleteAsync(IReadOnlyCollection<string> uuids)
    {
        foreach (var uuid in uuids)
            await actions.DeleteAsync(pair.First, uuid);
        foreach (var uuid in uuids)
            await actions.GoneAsync(pair.Second, uuid);
        Live -= uuids.Count;
    }
}
