namespace Harness.Benchmarks;

/// <summary>What is made of figures that were measured several times.</summary>
internal static class Figures
{
    /// <summary>The middle one, so that one disturbed round does not count; the upper one of two.</summary>
    public static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
