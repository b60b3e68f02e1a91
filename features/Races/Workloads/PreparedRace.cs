using Harness.Features.Races.Recording;
using Harness.Features.Races.Rig;

namespace Harness.Features.Races.Workloads;

/// <summary>A race with its plan.</summary>
public interface IPreparedRace
{
    /// <summary>What is recorded, and judged.</summary>
    IRace Race { get; }

    /// <summary>The plan in words, a line for each client of each burst.</summary>
    IReadOnlyList<string> Plan { get; }

    /// <summary>Fewest pairs of requests that have to have overlapped, or it says nothing.</summary>
    int LeastOverlapping { get; }

    /// <summary>Runs every burst, each with its quiet point.</summary>
    /// <param name="release">Over what the bursts go, by number from 0.</param>
    Task RunAsync(Func<int, Release> release);
}

/// <summary>A race with its plan.</summary>
/// <param name="race">Records it.</param>
/// <param name="describe">An input in words.</param>
/// <param name="bursts">The plan.</param>
/// <param name="quiet">What is asked at the quiet point after a burst, by number from 0.</param>
internal sealed class PreparedRace<TState, TInput, TAnswer>(
    Race<TState, TInput, TAnswer> race,
    Func<TInput, string> describe,
    IReadOnlyList<PlannedBurst<TInput>> bursts,
    Func<int, IReadOnlyList<TInput>> quiet) : IPreparedRace
    where TState : IEquatable<TState>
    where TAnswer : class
{
    public IRace Race => race;

    public int LeastOverlapping => 1;

    public IReadOnlyList<string> Plan =>
    [
        .. bursts.Index().SelectMany(burst => burst.Item.Clients.Index().Select(client =>
            $"burst {burst.Index + 1}, client {client.Index + 1}: "
            + string.Join(", then ", client.Item.Select(describe)))),
    ];

    public async Task RunAsync(Func<int, Release> release)
    {
        foreach (var (index, burst) in bursts.Index())
        {
            await race.BurstAsync(burst.Clients, release(index));
            await race.QuietAsync(quiet(index));
        }
    }
}
