namespace Harness.Certification.Linearizability;

/// <summary>How long a search for an order may take; its end is never a pass.</summary>
/// <param name="Steps">Most operations that are tried at some place of an order, for each partition.</param>
/// <param name="Time">Longest time, for each partition.</param>
public sealed record CheckBudget(long Steps, TimeSpan Time)
{
    /// <summary>Enough for bursts of 20, which take some thousand steps, and an end to hopeless cases.</summary>
    public static CheckBudget Default { get; } = new(5_000_000, TimeSpan.FromSeconds(5));
}
