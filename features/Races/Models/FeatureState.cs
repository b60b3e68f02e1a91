namespace Harness.Features.Races.Models;

/// <summary>Which features of a race exist, and which of its connections are gone: a bit for each.</summary>
/// <param name="Features">By the number of the proposal.</param>
/// <param name="Gone">By the number of the connection.</param>
public readonly record struct FeatureState(ulong Features, uint Gone)
{
    /// <summary>Most proposals of a race.</summary>
    public const int MostProposals = 64;

    /// <summary>Whether the proposal's feature exists.</summary>
    public bool Has(int proposal) => (Features & (1UL << proposal)) != 0;

    /// <summary>Whether the connection was deleted.</summary>
    public bool IsGone(int connection) => (Gone & (1U << connection)) != 0;
}
