namespace Harness.Benchmarks.Reference;

/// <summary>How many callers there are at a time, and what they do.</summary>
internal static class Workers
{
    /// <summary>Callers at a time: two for each of two cores.</summary>
    public const int Count = 4;

    /// <summary>Does <paramref name="each"/> so often for every worker; answers how often a second in all.</summary>
    /// <param name="times">How often each worker does it.</param>
    /// <param name="each">Is told the worker, from 0, and how often that one has done it before.</param>
    /// <param name="time">Measures.</param>
    public static async Task<double> PerSecondAsync(int times, Func<int, int, Task> each, TimeProvider time)
    {
        var begun = time.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Count).Select(worker => WorkAsync(worker, times, each)));
        return Count * times / time.GetElapsedTime(begun).TotalSeconds;
    }

    private static async Task WorkAsync(int worker, int times, Func<int, int, Task> each)
    {
        for (var done = 0; done < times; done++)
            await each(worker, done);
    }
}
