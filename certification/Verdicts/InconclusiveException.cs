namespace Harness.Certification.Verdicts;

/// <summary>The scenario ran, but what was seen decides nothing.</summary>
/// <param name="reason">What was seen, and why it decides nothing.</param>
public sealed class InconclusiveException(string reason) : Exception(reason);
