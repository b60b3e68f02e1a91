using Harness.Cli.Life;

namespace Harness.Benchmarks.Pairs;

/// <summary>
/// How many connections a second two references bring to VERIFIED between them, from the customer's create at the
/// one to what both portals show, and how that changes with what is live already.
/// </summary>
internal static class PairBenchmark
{
    private const int Rounds = 3;
    private const int Connections = 60;
    private const int Customers = 8;

    // VLAN ids last for some 2,900 connections on an interconnect, and each environment has two.
    private const int Environments = 3;

    private static readonly int[] Sizes = [10, 1_000, 10_000];

    public static async Task RunAsync(ScratchDirectory directory, TimeProvider time, TextWriter output)
    {
        var request = new LifeRequest(directory.Make("pair"), []) { Environments = Environments };
        await using var pair = await LifePair.StartAsync(request, time, CancellationToken.None);
        var customers = new PairCustomers(pair, Environments, time);
        await customers.CreateAsync(Sizes[0], Customers);
        await output.WriteLineAsync("connections live  VERIFIED/s  ratio");
        var smallest = 0.0;
        foreach (var size in Sizes)
        {
            await customers.CreateAsync(size - customers.Live, Customers);
            var figures = new List<double>();
            for (var round = 0; round <= Rounds; round++)
            {
                var began = time.GetTimestamp();
                var made = await customers.CreateAsync(Connections, Customers);
                // The first round compiles and opens connections.
                if (round > 0)
                    figures.Add(Connections / time.GetElapsedTime(began).TotalSeconds);
                await customers.DeleteAsync(made);
            }

            var median = Figures.Median(figures);
            smallest = smallest == 0 ? median : smallest;
            await output.WriteLineAsync($"{size,16}  {median,10:F1}  {median / smallest,5:F2}");
        }
    }
}
