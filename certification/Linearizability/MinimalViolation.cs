namespace Harness.Certification.Linearizability;

/// <summary>The smallest part of what was seen that no order explains.</summary>
/// <param name="Partition">Where it happened.</param>
/// <param name="Operations">
/// What of the partition is looked at, in the order of the calls: those whose answers are needed are known, the
/// others have lost theirs. None is left out that may have changed something: that could invent a violation.
/// </param>
/// <param name="Seen">All operations of the partition as the clients saw them, in the order of their calls.</param>
/// <param name="Found">What the checker says of <paramref name="Operations"/>.</param>
/// <param name="Complete">
/// Whether every answer was tried; false where the budget ended before, so that fewer might do.
/// </param>
public sealed record MinimalViolation<TInput, TAnswer>(
    string Partition,
    IReadOnlyList<HistoryOperation<TInput, TAnswer>> Operations,
    IReadOnlyList<HistoryOperation<TInput, TAnswer>> Seen,
    CheckResult.Violation Found,
    bool Complete)
    where TAnswer : class
{
    /// <summary>The operations whose answers contradict one another, in the order of their calls.</summary>
    public IReadOnlyList<HistoryOperation<TInput, TAnswer>> Core =>
        [.. Operations.Where(operation => operation.Outcome == Outcome.Known)];
}
