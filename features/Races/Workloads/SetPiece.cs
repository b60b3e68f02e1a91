namespace Harness.Features.Races.Workloads;

/// <summary>Bursts whose requests are set, and whose clients start in an order that a seed draws.</summary>
internal static class SetPiece
{
    /// <summary>Plans the bursts.</summary>
    /// <param name="seed">Of the order of the clients.</param>
    /// <param name="bursts">How many.</param>
    /// <param name="clients">The requests of each client of a burst, by number from 0.</param>
    public static IReadOnlyList<PlannedBurst<TInput>> Of<TInput>(
        int seed,
        int bursts,
        Func<int, IEnumerable<IReadOnlyList<TInput>>> clients)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, bursts).Select(burst =>
        {
            var shuffled = clients(burst).ToArray();
            random.Shuffle(shuffled);
            return new PlannedBurst<TInput>(shuffled);
        })];
    }
}
