namespace Harness.Cli.Life;

/// <summary>What <c>harness life</c> was asked to do.</summary>
/// <param name="Directory">Where the stores, logs and books of the two go.</param>
/// <param name="Killed">Ids of the providers that are killed at each of their steps; none for a quiet life.</param>
internal sealed record LifeRequest(string Directory, IReadOnlyList<string> Killed)
{
    /// <summary>How many environments of the same kind the two share.</summary>
    public int Environments { get; init; } = 1;
}
