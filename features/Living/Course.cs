namespace Harness.Features.Living;

/// <summary>
/// Brings one thing in the partner's network to the stage that is wanted of it, while the partner goes on living: it is
/// asked turn by turn. A change that failed is begun again after a pause; one that another stage has overtaken is given
/// up first.
/// </summary>
/// <param name="change">Brings it to a stage, from whatever stage it is at.</param>
/// <param name="time">Real time, for the pause.</param>
internal sealed class Course<TStage>(Func<TStage, CancellationToken, Task> change, TimeProvider time) : IAsyncDisposable
    where TStage : struct, Enum
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private Attempt? attempt;
    private long? failed;

    // Null where nothing was done yet, or where the last change was not done to its end.
    private TStage? at;

    /// <summary>Whether it is at a stage; begins to bring it there where it is not.</summary>
    public bool Reach(TStage wanted)
    {
        if (attempt is not null && !IsOver(attempt, wanted))
            return false;
        if (IsAt(wanted))
            return true;
        if (failed is { } then && time.GetElapsedTime(then) < Pause)
            return false;
        at = null;
        attempt = Attempt.Begin(wanted, change);
        return IsOver(attempt, wanted) && IsAt(wanted);
    }

    public async ValueTask DisposeAsync()
    {
        if (attempt is not null)
            await attempt.GiveUpAsync();
    }

    private bool IsAt(TStage wanted) => at is { } stage && EqualityComparer<TStage>.Default.Equals(stage, wanted);

    private bool IsOver(Attempt last, TStage wanted)
    {
        if (!last.Change.IsCompleted)
        {
            if (!EqualityComparer<TStage>.Default.Equals(last.Stage, wanted))
                last.GiveUp();
            return false;
        }

        at = last.Change.IsCompletedSuccessfully ? last.Stage : null;
        failed = last.Change.IsFaulted ? time.GetTimestamp() : null;
        attempt = null;
        last.Dispose();
        return true;
    }

    private sealed class Attempt : IDisposable
    {
        private readonly CancellationTokenSource ending = new();

        private Attempt(TStage stage) => Stage = stage;

        public TStage Stage { get; }

        public Task Change { get; private set; } = Task.CompletedTask;

        public static Attempt Begin(TStage stage, Func<TStage, CancellationToken, Task> change)
        {
            var attempt = new Attempt(stage);
            attempt.Change = attempt.RunAsync(change);
            return attempt;
        }

        public void GiveUp() => ending.Cancel();

        public async Task GiveUpAsync()
        {
            await ending.CancelAsync();
            // Whether it failed does not matter any more; that it has ended does.
            await Change.ContinueWith(_ => { }, TaskScheduler.Default);
            Dispose();
        }

        public void Dispose() => ending.Dispose();

        // What is thrown before anything is waited for is a failed change like any other.
        private async Task RunAsync(Func<TStage, CancellationToken, Task> change) => await change(Stage, ending.Token);
    }
}
