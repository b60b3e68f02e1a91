using Harness.Certification.Checks;

namespace Harness.Certification.Waiting;

/// <summary>Waits for a condition, never for a time: the one place of the engine that pauses.</summary>
public static class Wait
{
    /// <summary>Looks again and again until what is read is as wanted.</summary>
    /// <param name="what">What is waited for, in words a stranger understands.</param>
    /// <param name="read">Looks once.</param>
    /// <param name="wanted">Whether what was read ends the wait.</param>
    /// <param name="expected">What is wanted, in words.</param>
    /// <param name="patience">How long and how often to look.</param>
    /// <param name="cancellation">The scenario's.</param>
    /// <returns>What was read last.</returns>
    /// <exception cref="CheckFailedException">It did not come to that; says what was read last.</exception>
    public static async Task<T> UntilAsync<T>(
        string what,
        Func<CancellationToken, Task<T>> read,
        Func<T, bool> wanted,
        string expected,
        Patience patience,
        CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(patience.Deadline, patience.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        var last = "nothing: the first look did not end";
        try
        {
            while (true)
            {
                var value = await read(either.Token).WaitAsync(either.Token);
                if (wanted(value))
                    return value;
                last = Shown.Of(value);
                await Task.Delay(patience.Interval, patience.Time, either.Token);
            }
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested
            && !cancellation.IsCancellationRequested)
        {
            throw new CheckFailedException(
                what,
                $"{expected} within {patience.Deadline.TotalSeconds:0.###} s",
                last);
        }
    }

    /// <summary>Looks again and again until the deadline, and requires that what is read stays as wanted.</summary>
    /// <param name="what">What is watched, in words a stranger understands.</param>
    /// <param name="read">Looks once.</param>
    /// <param name="wanted">Whether what was read is still as it should be.</param>
    /// <param name="expected">What is wanted, in words.</param>
    /// <param name="patience">How long to watch and how often to look.</param>
    /// <param name="cancellation">The scenario's.</param>
    /// <exception cref="CheckFailedException">It changed; says to what.</exception>
    public static async Task StaysAsync<T>(
        string what,
        Func<CancellationToken, Task<T>> read,
        Func<T, bool> wanted,
        string expected,
        Patience patience,
        CancellationToken cancellation)
    {
        var start = patience.Time.GetTimestamp();
        do
        {
            var value = await read(cancellation);
            Check.That(what, wanted(value), $"{expected}, and to stay so", Shown.Of(value));
            await Task.Delay(patience.Interval, patience.Time, cancellation);
        }
        while (patience.Time.GetElapsedTime(start) < patience.Deadline);
    }

    /// <summary>Looks again and again until the condition holds.</summary>
    /// <exception cref="CheckFailedException">It did not come to hold.</exception>
    public static Task UntilAsync(
        string what,
        Func<CancellationToken, Task<bool>> condition,
        Patience patience,
        CancellationToken cancellation) =>
        UntilAsync(what, condition, holds => holds, "it to hold", patience, cancellation);
}
