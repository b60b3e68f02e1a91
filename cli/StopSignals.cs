using System.Runtime.InteropServices;

namespace Harness.Cli;

/// <summary>
/// Ctrl-C and SIGTERM. The first asks the command to end by itself, so that it can clean up and write what it
/// has; the second is left to the system, which ends the process at once.
/// </summary>
public sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly IReadOnlyList<PosixSignalRegistration> registrations;

    public StopSignals() =>
        registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask),
        ];

    /// <summary>Ends with the first signal.</summary>
    public CancellationToken Token => stop.Token;

    /// <summary>Waits until the command is asked to end.</summary>
    internal static async Task AskedAsync(CancellationToken stop)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = stop.Register(asked.SetResult);
        await asked.Task;
    }

    /// <summary>Waits until the command is asked to end.</summary>
    /// <param name="surroundings">Has the standard input.</param>
    /// <param name="untilInputEnds">Whether its end asks too, as when the parent dies.</param>
    /// <param name="stop">Ends with the first signal.</param>
    internal static Task AskedAsync(Surroundings surroundings, bool untilInputEnds, CancellationToken stop) =>
        untilInputEnds
            ? Task.WhenAny(AskedAsync(stop), Task.Run(surroundings.Input.ReadToEnd, stop))
            : AskedAsync(stop);

    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
        stop.Dispose();
    }

    private void Ask(PosixSignalContext context)
    {
        context.Cancel = !stop.IsCancellationRequested;
        stop.Cancel();
    }
}
