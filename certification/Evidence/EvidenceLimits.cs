namespace Harness.Certification.Evidence;

/// <summary>How much of what a target sends is kept, so that a hostile one fills neither memory nor report.</summary>
/// <param name="BodyCharacters">Longest body that is recorded whole; of a longer one the beginning is.</param>
/// <param name="Exchanges">Most exchanges recorded of one scenario; further ones are only counted.</param>
/// <param name="AttachedOctets">Most that a scenario attaches in all; a file beyond that is only noted.</param>
public sealed record EvidenceLimits(
    int BodyCharacters = 64 * 1024, int Exchanges = 2_000, long AttachedOctets = 16 * 1024 * 1024);
