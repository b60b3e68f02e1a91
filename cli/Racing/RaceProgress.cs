using System.Globalization;
using Harness.Features.Races.Exploring;
using Harness.Features.Races.Recording;

namespace Harness.Cli.Racing;

/// <summary>Counts rounds, and tells now and then how far they are.</summary>
/// <param name="output">Where to.</param>
/// <param name="time">Real time.</param>
internal sealed class RaceProgress(TextWriter output, TimeProvider time)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);
    private readonly long begun = time.GetTimestamp();
    private long told = time.GetTimestamp();

    /// <summary>Rounds that ran to their end.</summary>
    public int Judged { get; private set; }

    /// <summary>Requests that were recorded.</summary>
    public int Requests { get; private set; }

    /// <summary>Rounds in which too little overlapped to say anything, as in some of the smallest bursts.</summary>
    public int Quiet { get; private set; }

    /// <summary>Rounds that broke off, one after the other, since the last that did not.</summary>
    public int BrokenOff { get; private set; }

    /// <summary>Rounds that decide nothing, with the latest reason.</summary>
    public (int Count, string? Why) Undecided { get; private set; }

    /// <summary>How long it has been going on.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(begun);

    /// <summary>Counts a round, and tells how far it is where that was not told for a while.</summary>
    public async Task CountAsync(RaceRound round, RoundOutcome outcome)
    {
        BrokenOff = outcome is RoundOutcome.BrokenOff ? BrokenOff + 1 : 0;
        switch (outcome)
        {
            case RoundOutcome.Judged { Verdict: RaceVerdict.Explained } judged:
                Judged++;
                Requests += judged.Race.Recorded;
                break;
            case RoundOutcome.Judged { Verdict: RaceVerdict.Undecided(var why) }:
                Undecided = (Undecided.Count + 1, why);
                break;
            case RoundOutcome.Judged { Verdict: RaceVerdict.NotExercised }:
                Quiet++;
                break;
            case RoundOutcome.BrokenOff(var message):
                Undecided = (Undecided.Count + 1, message);
                await output.WriteLineAsync($"broken off: {round}: {message}");
                break;
            default:
                break;
        }

        if (time.GetElapsedTime(told) < Between)
            return;
        told = time.GetTimestamp();
        await output.WriteLineAsync($"{Summary}; last {round}");
    }

    /// <summary>How far it is, in a line.</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"{Elapsed.TotalSeconds,6:0.0} s  {Judged} rounds explained, {Quiet} with too little at one time, "
        + $"{Requests} requests, "
        + $"{Judged / Math.Max(Elapsed.TotalSeconds, 0.001):0.0} rounds/s");
}
