using Harness.Certification.Waiting;

namespace Harness.Features.Labs;

/// <summary>Waits for something on the routers.</summary>
internal static class LabWait
{
    // BGP takes seconds, and many times that on a busy machine; to wait longer is better than a wrong verdict.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(130);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <summary>Looks again and again until what is read is as wanted.</summary>
    public static Task<T> UntilAsync<T>(
        LabWorld world, string what, Func<Task<T>> read, Func<T, bool> wanted, string expected) =>
        Wait.UntilAsync(
            what,
            _ => read(),
            wanted,
            expected,
            new Patience(Deadline, Interval, world.Bench.Time),
            world.Cancellation);
}
