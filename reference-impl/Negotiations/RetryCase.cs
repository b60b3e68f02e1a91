using Harness.Reference.Outbox;

namespace Harness.Reference.Negotiations;

/// <summary>A try that failed.</summary>
/// <param name="Attempts">How many have failed by now.</param>
/// <param name="Waits">How waits grow.</param>
/// <param name="Now">When, in milliseconds since 1970.</param>
/// <param name="Until">No further try from then on, in milliseconds since 1970.</param>
public sealed record RetryCase(int Attempts, OutboxOptions Waits, long Now, long Until);
