using Harness.Certification.Bindings;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Certification.Running;

/// <summary>Runs a piece of a scenario to its end or its deadline, and says what came of it.</summary>
internal sealed class Guard(ScenarioContext context, IScenarioHost host, RunOptions options)
{
    /// <summary>Runs the piece.</summary>
    /// <param name="during">What is being done, for messages.</param>
    /// <param name="limit">Deadline of this piece; null for the phase's alone.</param>
    /// <param name="piece">What to run; also code that blocks its thread is left behind in the end.</param>
    /// <param name="phase">What the piece belongs to.</param>
    /// <returns>Null where it ended well.</returns>
    public async Task<Finding?> RunAsync(string during, TimeSpan? limit, Func<Task> piece, Phase phase)
    {
        if (phase.Token.IsCancellationRequested && !phase.MustRun)
            return Overdue(during, limit: null, phase);
        using var deadline = new Deadline(limit, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, phase.Token);
        context.Bind([deadline, phase.Deadline], either.Token);
        var running = Task.Run(piece, CancellationToken.None);
        try
        {
            if (await EndsAsync(running, either.Token))
            {
                await running;
                return null;
            }
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            return Overdue(during, deadline.IsOver ? limit : null, phase);
        }
        catch (Exception exception)
        {
            Explain(exception);
            return Finding.Of(exception, during, host, context.Evidence.Latest);
        }

        Forget(running);
        return Overdue(during, deadline.IsOver ? limit : null, phase) with { Abandoned = true };
    }

    // False where the piece does not heed its cancellation even after a while.
    private async Task<bool> EndsAsync(Task running, CancellationToken cancelled)
    {
        await WhenEitherAsync(running, cancelled);
        if (running.IsCompleted)
            return true;
        using var grace = new CancellationTokenSource(options.Deadlines.Grace, options.Time);
        await WhenEitherAsync(running, grace.Token);
        return running.IsCompleted;
    }

    private static async Task WhenEitherAsync(Task running, CancellationToken cancelled)
    {
        var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancelled.Register(signal.SetResult);
        await Task.WhenAny(running, signal.Task);
    }

    // Without a limit it was the phase that came to its end.
    private Finding Overdue(string during, TimeSpan? limit, Phase phase)
    {
        if (phase.Stop.IsCancellationRequested)
            return new Finding(Verdict.Inconclusive, $"The run was stopped during {during}");
        var seconds = (limit ?? phase.Limit).TotalSeconds;
        var what = limit is not null ? during : $"{phase.Name}, at {during},";
        var message = $"Expected {what} to end within {seconds:0.###} s, found it still going on";
        return context.Evidence.Unanswered(Direction.ToTarget) is [var call, ..]
            ? Finding.Error(Blame.Target, $"{message}: {call} had no answer")
            : Finding.Error(Blame.Harness, message);
    }

    // The place in the code helps whoever mends a defect of ours; the message alone does not say it.
    private void Explain(Exception exception)
    {
        var isDefect = Finding.Of(exception, "", host, null) is { Blame: Blame.Harness };
        var frame = exception.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains(" in "));
        if (isDefect && frame is not null)
            context.Note($"{exception.GetType().Name} thrown {frame.Trim()}");
    }

    // Nobody waits for it any more: what it throws later on must not look like a fault of the process.
    private static void Forget(Task running) =>
        running.ContinueWith(
            static ended => _ = ended.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
}
