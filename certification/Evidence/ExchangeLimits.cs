namespace Harness.Certification.Evidence;

/// <summary>What a target may take of us in one exchange.</summary>
/// <param name="Deadline">Longest wait for a whole response.</param>
/// <param name="ResponseBytes">Largest body of a response.</param>
public sealed record ExchangeLimits(TimeSpan Deadline, int ResponseBytes = 4 * 1024 * 1024);
