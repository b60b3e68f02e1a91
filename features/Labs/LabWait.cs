using Harness.Certification.Waiting;

namespace Harness.Features.Labs;

/// <summary>Waits for something on the routers.</summary>
internal static class LabWait
{
    // BGP takes seconds, and many times that on a busy machine; to wait longer is better than a wrong verdict.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(130);

    // What makes a path less preferred, or cuts it, needs no session to come up.
    private static readonly TimeSpan SoonDeadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <summary>Looks again and again until what is read is as wanted.</summary>
    /// <param name="world">The scenario.</param>
    /// <param name="what">What is looked at.</param>
    /// <param name="read">Looks.</param>
    /// <param name="wanted">Whether it is as wanted.</param>
    /// <param name="expected">What is wanted, in words.</param>
    /// <param name="soon">Whether it needs no session to come up.</param>
    public static Task<T> UntilAsync<T>(
        LabWorld world, string what, Func<Task<T>> read, Func<T, bool> wanted, string expected, bool soon = false) =>
        Wait.UntilAsync(
            what,
            _ => read(),
            wanted,
            expected,
            new Patience(soon ? SoonDeadline : Deadline, Interval, world.Bench.Time),
            world.Cancellation);
}
