namespace Harness.Features.Races.Workloads;

/// <summary>Draws requests and deals them out to clients: the same seed makes the same plan.</summary>
internal static class Dealer
{
    private const int MostOfClient = 3;

    /// <summary>Plans bursts of requests that are drawn one by one.</summary>
    /// <param name="seed">Of the plan.</param>
    /// <param name="size">How many bursts and requests.</param>
    /// <param name="draw">Draws one.</param>
    public static IReadOnlyList<PlannedBurst<TInput>> Deal<TInput>(
        int seed,
        RaceSize size,
        Func<Random, TInput> draw)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, size.Bursts).Select(_ => Burst(random, size.Requests, draw))];
    }

    /// <summary>One of several, by their weights.</summary>
    public static T Weighted<T>(Random random, params IReadOnlyList<(int Weight, T Choice)> choices)
    {
        var drawn = random.Next(choices.Sum(choice => choice.Weight));
        foreach (var (weight, choice) in choices)
        {
            if (drawn < weight)
                return choice;
            drawn -= weight;
        }

        throw new ArgumentException("expected a weight above 0, found none");
    }

    private static PlannedBurst<TInput> Burst<TInput>(Random random, int requests, Func<Random, TInput> draw)
    {
        var clients = new List<IReadOnlyList<TInput>>();
        for (var left = requests; left > 0; left -= clients[^1].Count)
            clients.Add([.. Enumerable.Range(0, Math.Min(left, random.Next(1, MostOfClient + 1)))
                .Select(_ => draw(random))]);
        return new PlannedBurst<TInput>(clients);
    }
}
