namespace Harness.Certification.Waivers;

/// <summary>A failure that is accepted for a while.</summary>
/// <param name="Requirement">Id of the requirement that fails.</param>
/// <param name="Reason">Why it is accepted.</param>
/// <param name="Expires">Last day on which it is, in UTC.</param>
public sealed record Waiver(string Requirement, string Reason, DateOnly Expires);
