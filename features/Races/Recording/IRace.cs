using Harness.Certification.Linearizability;

namespace Harness.Features.Races.Recording;

/// <summary>A race as those see it who do not care what is raced for.</summary>
public interface IRace
{
    /// <summary>What it is judged by, in words.</summary>
    string Model { get; }

    /// <summary>How many requests were recorded so far.</summary>
    int Recorded { get; }

    /// <summary>Judges all that was recorded.</summary>
    /// <param name="budget">How long to look for an order.</param>
    /// <param name="time">Clock of the budget.</param>
    /// <param name="leastOverlapping">Fewest pairs of requests that have to overlap, in some partition.</param>
    RaceVerdict Judge(CheckBudget budget, TimeProvider time, int leastOverlapping = 1);

    /// <summary>Writes what was recorded, with its model, for other checkers (<see cref="HistoryExport"/>).</summary>
    /// <param name="output">Stays open.</param>
    void Export(Stream output);
}
