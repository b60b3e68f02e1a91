namespace Harness.Certification.Verdicts;

/// <summary>The scenario cannot be carried out here, and says why. Not a failure, and never a certification.</summary>
/// <param name="reason">What is missing and what would bring it, in one sentence.</param>
public sealed class SkipException(string reason) : Exception(reason);
