using System.Diagnostics;
using NUnit.Framework;

namespace Harness.Tests.Reference;

/// <summary>Waits for what a background worker brings about, with a deadline.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    /// <summary>Asks until the answer is as expected.</summary>
    public static async Task<T> SeeAsync<T>(string what, Func<Task<T>> ask, Func<T, bool> asExpected)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var seen = await ask();
            if (asExpected(seen))
                return seen;
            if (watch.Elapsed > Deadline)
                Assert.Fail($"expected {what} within {Deadline.TotalSeconds} s, found {seen}");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, CancellationToken.None);
        }
    }
}
