namespace Harness.Certification.Linearizability;

/// <summary>
/// Makes a violation small enough to be understood: the shortest illegal beginning, then one answer after the other
/// is forgotten while what is left stays illegal. Nothing is deleted, because without a write that did happen legal
/// answers would look illegal; to forget an answer only ever allows more.
/// </summary>
public static class Minimiser
{
    /// <summary>Makes one partition's violation small.</summary>
    /// <param name="model">What the resource does.</param>
    /// <param name="history">What the clients saw.</param>
    /// <param name="partition">Where no order explains it.</param>
    /// <param name="budget">Steps of each check, and time of all of them.</param>
    /// <param name="time">Clock of the budget.</param>
    /// <returns>Null where the partition is not a violation, or is not shown to be one within the budget.</returns>
    public static MinimalViolation<TInput, TAnswer>? Minimise<TState, TInput, TAnswer>(
        ISequentialModel<TState, TInput, TAnswer> model,
        History<TInput, TAnswer> history,
        string partition,
        CheckBudget budget,
        TimeProvider time)
        where TState : IEquatable<TState>
        where TAnswer : class
    {
        history.Demand();
        var work = new Work<TState, TInput, TAnswer>(model, partition, budget, time);
        var seen = history.Of(partition);
        if (work.ShortestBeginning(seen) is not { } beginning)
            return null;
        // Which answers are left depends on the order in which they are tried: the better of two.
        var byReturn = beginning.Operations
            .OrderBy(operation => operation.Returned)
            .Select(operation => operation.Id)
            .ToList();
        var one = work.Weaken(beginning, byReturn);
        var other = work.Weaken(beginning, [.. Enumerable.Reverse(byReturn)]);
        var smaller = other.Answers < one.Answers ? other : one;
        var telling = smaller.Operations.Where(it => it.Outcome == Outcome.Known || !model.IsRead(it.Input));
        return new MinimalViolation<TInput, TAnswer>(partition, [.. telling], seen, smaller.Found, !work.Ended);
    }

    /// <summary>Operations that no order explains, and what the checker says of them.</summary>
    private sealed record Illegal<TInput, TAnswer>(
        IReadOnlyList<HistoryOperation<TInput, TAnswer>> Operations,
        CheckResult.Violation Found)
        where TAnswer : class
    {
        public int Answers => Operations.Count(operation => operation.Outcome == Outcome.Known);
    }

    private sealed class Work<TState, TInput, TAnswer>(
        ISequentialModel<TState, TInput, TAnswer> model,
        string partition,
        CheckBudget budget,
        TimeProvider time)
        where TState : IEquatable<TState>
        where TAnswer : class
    {
        private readonly long _begun = time.GetTimestamp();

        public bool Ended { get; private set; }

        /// <summary>What had been called until some return, the first at which it was illegal.</summary>
        public Illegal<TInput, TAnswer>? ShortestBeginning(IReadOnlyList<HistoryOperation<TInput, TAnswer>> seen)
        {
            var ends = seen.Where(operation => operation.Outcome == Outcome.Known)
                .Select(operation => operation.Returned)
                .Order();
            return ends.Select(end => Judge(Until(seen, end))).FirstOrDefault(illegal => illegal is not null);
        }

        /// <summary>Forgets the answers of these operations, one after the other, where that stays illegal.</summary>
        public Illegal<TInput, TAnswer> Weaken(Illegal<TInput, TAnswer> illegal, IReadOnlyList<int> ids)
        {
            foreach (var id in ids)
                illegal = Judge([.. illegal.Operations.Select(it => it.Id == id ? it.WithoutAnswer() : it)]) ?? illegal;
            return illegal;
        }

        private static IReadOnlyList<HistoryOperation<TInput, TAnswer>> Until(
            IReadOnlyList<HistoryOperation<TInput, TAnswer>> seen,
            long end) =>
            [.. seen.Where(operation => operation.Called <= end)
                .Select(operation => operation.Returned <= end ? operation : operation.WithoutAnswer())];

        // Null where some order explains them, and where there is no time to tell.
        private Illegal<TInput, TAnswer>? Judge(IReadOnlyList<HistoryOperation<TInput, TAnswer>> operations)
        {
            var left = budget.Time - time.GetElapsedTime(_begun);
            if (left <= TimeSpan.Zero)
            {
                Ended = true;
                return null;
            }

            var result = LinearizabilityChecker.Check(model, partition, operations, budget with { Time = left }, time);
            Ended |= result is CheckResult.Unknown;
            return result is CheckResult.Violation found ? new Illegal<TInput, TAnswer>(operations, found) : null;
        }
    }
}
