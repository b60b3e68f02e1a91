namespace Harness.Reference.Operator;

/// <summary>Body of <c>POST /operator/v1/clock</c>.</summary>
/// <param name="AdvanceSeconds">By how much, in seconds; not negative.</param>
internal sealed record AdvanceClockRequest(double? AdvanceSeconds = null);
