using Harness.Certification.Loading;
using Harness.Certification.Planning;
using Harness.Certification.Runs;
using Harness.Certification.Selecting;
using Harness.Cli.Local;
using Harness.Cli.Running;

namespace Harness.Cli.Efficacy.Running;

/// <summary>Runs the suite against a mutant: the scenarios of its requirement first, then the others.</summary>
/// <param name="suite">The suite.</param>
/// <param name="seed">Seeds all test data.</param>
/// <param name="slots">Scenarios at a time.</param>
/// <param name="time">Real time.</param>
internal sealed class Trial(Suite suite, int seed, int slots, TimeProvider time)
{
    // A mutant that never does what it should is waited for as long as this, and the reference needs milliseconds.
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(5);

    // On a busy machine a mutant may do what it should not only after it has counted as never happening.
    private static readonly TimeSpan LongQuiet = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Runs until a scenario notices, or all are done. Those of its requirement are run a second time, with more
    /// patience, before it is held for one that they do not notice.
    /// </summary>
    /// <param name="mutant">Who is on trial.</param>
    /// <param name="ownOnly">Leave it at the scenarios of its requirement.</param>
    /// <param name="stop">Gives it up.</param>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public async Task<TrialResult> RunAsync(Mutant mutant, bool ownOnly, CancellationToken stop)
    {
        var begun = time.GetTimestamp();
        var (own, others) = Plans(mutant.Requirement);
        var (killer, finished) = await RunAsync(mutant, own, null, stop);
        if (killer is null && mutant.Equivalent is null)
        {
            (killer, var again) = await RunAsync(mutant, own, LongQuiet, stop);
            finished += again;
        }

        var ofOwn = killer is not null;
        if (killer is null && !ownOnly && mutant.Equivalent is null && others is not null)
        {
            (killer, var more) = await RunAsync(mutant, others, null, stop);
            finished += more;
        }

        return new TrialResult(mutant, Judge(mutant, killer, ofOwn), killer, finished, time.GetElapsedTime(begun));
    }

    private static TrialOutcome Judge(Mutant mutant, ScenarioResult? killer, bool ofOwn) =>
        (killer, ofOwn, mutant.Equivalent) switch
        {
            (null, _, null) => TrialOutcome.Survived,
            (null, _, not null) => TrialOutcome.Equivalent,
            (_, _, not null) => TrialOutcome.NotEquivalent,
            (_, true, _) => TrialOutcome.Killed,
            _ => TrialOutcome.KilledElsewhere,
        };

    private (Plan Own, Plan? Others) Plans(string requirement)
    {
        var own = Suites.Ready(suite.Plan(new Selection(null, [requirement], [])));
        var others = suite.Scenarios.Except(own.Scenarios).Select(scenario => scenario.Id).ToList();
        return (own, others is [] ? null : Suites.Ready(suite.Plan(new Selection(null, [], others))));
    }

    private async Task<(ScenarioResult? Killer, int Finished)> RunAsync(
        Mutant mutant, Plan plan, TimeSpan? quiet, CancellationToken stop)
    {
        await using var target = await EmbeddedTarget.StartAsync(slots, time, stop, mutant.Alter, file => file with
        {
            Timeouts = file.Timeouts with { Settle = Settle, Quiet = quiet ?? file.Timeouts.Quiet },
        });
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var listener = new KillListener(either);
        await target.RunAsync(plan, seed, listener, either.Token);
        stop.ThrowIfCancellationRequested();
        return (listener.Killer, listener.Finished);
    }
}
