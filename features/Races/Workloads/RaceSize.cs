namespace Harness.Features.Races.Workloads;

/// <summary>How much a race is.</summary>
/// <param name="Bursts">How many bursts; after each, everything is read while nothing is under way.</param>
/// <param name="Requests">Requests of a burst, 2 to 16.</param>
public sealed record RaceSize(int Bursts, int Requests)
{
    /// <summary>Most bursts of a race: beyond, its history takes long to judge.</summary>
    public const int MostBursts = 100;

    /// <summary>Fewest requests of a burst.</summary>
    public const int FewestRequests = 2;

    /// <summary>Most requests of a burst: beyond, it takes long to find an order of them.</summary>
    public const int MostRequests = 16;
}
