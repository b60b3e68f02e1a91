namespace Harness.Certification.Linearizability;

/// <summary>
/// Judges what several clients saw at once: is there, for each partition, a one-at-a-time order of the operations,
/// allowed by the stamps, that explains every answer under a sequential model?
/// </summary>
public static class LinearizabilityChecker
{
    /// <summary>Judges every partition of a history.</summary>
    /// <param name="model">What the resource does.</param>
    /// <param name="history">What the clients saw.</param>
    /// <param name="budget">How long to look, for each partition.</param>
    /// <param name="time">Clock of the budget.</param>
    /// <param name="leastOverlapping">
    /// Fewest overlapping pairs, as <see cref="Overlap.Count"/> counts them, with which a legal partition passes;
    /// 0 for a history that need not be concurrent. A violation is one whatever overlapped.
    /// </param>
    /// <returns>One result for each partition, in the order in which they are first seen.</returns>
    /// <exception cref="ArgumentException">No clients can have seen this history.</exception>
    public static IReadOnlyList<CheckResult> Check<TState, TInput, TAnswer>(
        ISequentialModel<TState, TInput, TAnswer> model,
        History<TInput, TAnswer> history,
        CheckBudget budget,
        TimeProvider time,
        int leastOverlapping = 1)
        where TState : IEquatable<TState>
        where TAnswer : class
    {
        history.Demand();
        return [.. history.Partitions.Select(partition =>
            Check(model, partition, history.Of(partition), budget, time) switch
            {
                CheckResult.Linearizable when Overlap.Count(model, history.Of(partition)) is var found
                    && found < leastOverlapping => new CheckResult.NotExercised(partition, found, leastOverlapping),
                var result => result,
            })];
    }

    /// <summary>Judges the operations of one partition, however little overlapped.</summary>
    internal static CheckResult Check<TState, TInput, TAnswer>(
        ISequentialModel<TState, TInput, TAnswer> model,
        string partition,
        IReadOnlyList<HistoryOperation<TInput, TAnswer>> operations,
        CheckBudget budget,
        TimeProvider time)
        where TState : IEquatable<TState>
        where TAnswer : class =>
        new OrderSearch<TState, TInput, TAnswer>(model, partition, operations, budget, time).Run();
}
