using Harness.Lab.Runtimes;
using Harness.Lab.Waiting;

namespace Harness.Lab.Measuring.Meter;

/// <summary><c>meter.py</c> on one host.</summary>
internal sealed class RunningMeter(ILabNode node, ILabProcess process, string directory) : IAsyncDisposable
{
    /// <summary>Waits until it has told something; gives it.</summary>
    /// <exception cref="LabException">It did not within the deadline, or has ended.</exception>
    public async Task<MeterLine> ToldAsync(
        string what, Func<MeterLine, bool> wanted, Patience patience, CancellationToken cancellation)
    {
        MeterLine? found = null;
        await Poll.UntilAsync(
            _ =>
            {
                found = MeterLine.ReadAll(process.Output).FirstOrDefault(wanted);
                return Task.FromResult(found is not null || process.Ended.IsCompleted);
            },
            patience,
            cancellation);
        if (found is not null)
            return found;
        throw new LabException(process.Ended.IsCompleted
            ? $"{node.Name}: the loss meter ended: {(await process.Ended).Error}"
            : $"{node.Name}: expected the loss meter to tell {what} within {patience.Deadline.TotalSeconds} s");
    }

    /// <summary>Tells it to go or to stop.</summary>
    public Task TellAsync(string word, CancellationToken cancellation) =>
        node.WriteFileAsync($"{directory}/{word}", ReadOnlyMemory<byte>.Empty, cancellation);

    /// <summary>Ends it, and gives what arrived.</summary>
    public async Task<byte[]> ArrivalsAsync(TimeSpan deadline, CancellationToken cancellation)
    {
        var ended = await process.StopAsync(deadline, cancellation);
        return ended.Succeeded
            ? await node.ReadFileAsync($"{directory}/arrivals", cancellation)
            : throw new LabException($"{node.Name}: the loss meter ended with {ended.ExitCode}: {ended.Error}");
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
