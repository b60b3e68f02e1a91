namespace Harness.Benchmarks.Reference;

/// <summary>How many requests a second the reference answers, and how that changes with what it has stored.</summary>
internal static class ReferenceBenchmark
{
    private const int Rounds = 5;
    private const int ReadsEach = 750;
    private const int CyclesEach = 40;

    private static readonly int[] Sizes = [10, 1_000, 10_000, 100_000];

    public static async Task RunAsync(ScratchDirectory directory, TimeProvider time, TextWriter output)
    {
        var references = new List<LoadedReference>();
        try
        {
            foreach (var size in Sizes)
                references.Add(await LoadedReference.StartAsync(size, directory, time));
            await RunAsync(references, time, output);
        }
        finally
        {
            foreach (var reference in references)
                await reference.DisposeAsync();
        }
    }

    // Rounds go through all sizes, so that what else the machine does meets all of them alike.
    private static async Task RunAsync(List<LoadedReference> references, TimeProvider time, TextWriter output)
    {
        var reads = references.ConvertAll(_ => new List<double>());
        var cycles = references.ConvertAll(_ => new List<double>());
        for (var round = 0; round <= Rounds; round++)
            for (var i = 0; i < references.Count; i++)
            {
                var read = await references[i].ReadAsync(ReadsEach, time);
                var cycle = await references[i].CycleAsync(CyclesEach, time);
                // The first round compiles and opens connections.
                if (round == 0)
                    continue;
                reads[i].Add(read);
                cycles[i].Add(cycle);
            }

        await output.WriteLineAsync("connections   reads/s  ratio  cycles/s  ratio");
        for (var i = 0; i < references.Count; i++)
            await output.WriteLineAsync(
                $"{references[i].Connections,11}  {Figures.Median(reads[i]),8:F0}  {Ratio(reads, i),5:F2}  "
                + $"{Figures.Median(cycles[i]),8:F0}  {Ratio(cycles, i),5:F2}");
    }

    // Of figures of the same round: to the smallest store's.
    private static double Ratio(List<List<double>> figures, int of) =>
        Figures.Median(figures[of].Zip(figures[0], (figure, smallest) => figure / smallest));
}
