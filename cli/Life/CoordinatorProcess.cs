using System.Diagnostics;
using Harness.Cli.Local;

namespace Harness.Cli.Life;

/// <summary>
/// A coordinator in a process of its own that is started again, with the state that it left, whenever it dies.
/// </summary>
internal sealed class CoordinatorProcess : IAsyncDisposable
{
    // Many times what a start takes on a busy machine.
    private static readonly TimeSpan StartDeadline = TimeSpan.FromMinutes(1);

    // A signal ends a process with this and the signal's number.
    private const int ExitCodeOfSignals = 128;

    private readonly Func<IReadOnlyList<string>> arguments;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource ending = new();
    private Process? process;
    private Task keeping = Task.CompletedTask;

    private CoordinatorProcess(Func<IReadOnlyList<string>> arguments, TimeProvider time)
    {
        this.arguments = arguments;
        this.time = time;
    }

    /// <summary>How often it died and was started again.</summary>
    public int Deaths { get; private set; }

    /// <summary>Starts <c>harness serve</c> and waits until it listens.</summary>
    /// <param name="arguments">What it is started with, each time anew.</param>
    /// <param name="time">Real time.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="CannotRunException">It does not come to listen.</exception>
    public static async Task<CoordinatorProcess> StartAsync(
        Func<IReadOnlyList<string>> arguments, TimeProvider time, CancellationToken cancellation)
    {
        var coordinator = new CoordinatorProcess(arguments, time);
        await coordinator.StartAsync(cancellation);
        coordinator.keeping = coordinator.KeepAsync();
        return coordinator;
    }

    /// <summary>What went wrong with a start; null while all is well.</summary>
    public string? Fault => keeping.IsFaulted ? keeping.Exception.InnerException?.Message : null;

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await keeping.ContinueWith(_ => { }, TaskScheduler.Default);
        process?.Kill();
        process?.Dispose();
        ending.Dispose();
    }

    private async Task KeepAsync()
    {
        while (true)
        {
            try
            {
                await process!.WaitForExitAsync(ending.Token);
                Deaths++;
                process.Dispose();
                await StartAsync(ending.Token);
            }
            catch (OperationCanceledException) when (ending.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task StartAsync(CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(StartDeadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        process = OwnCommand.Start(["serve", .. arguments()]);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        while (await process.StandardOutput.ReadLineAsync(either.Token) is { } line)
            if (line.StartsWith(Serving.ReadyLine, StringComparison.Ordinal))
                return;
        await process.WaitForExitAsync(either.Token);
        // Killed at a step that was due at its start: it has got one step further, and is started again.
        if (process.ExitCode > ExitCodeOfSignals)
            return;
        throw new CannotRunException(
            $"expected a coordinator that listens, found that it ended: {(await error).Trim()}");
    }
}
