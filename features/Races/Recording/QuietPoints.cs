using Harness.Certification.Linearizability;

namespace Harness.Features.Races.Recording;

/// <summary>
/// Cuts a violation down to the burst that it happened in: what came before a quiet point is over, and one state that
/// explains it is where the burst began.
/// </summary>
/// <param name="model">What is raced for.</param>
/// <param name="budget">Of each check.</param>
/// <param name="time">Clock of the budget.</param>
internal sealed class QuietPoints<TState, TInput, TAnswer>(
    ISequentialModel<TState, TInput, TAnswer> model,
    CheckBudget budget,
    TimeProvider time)
    where TState : IEquatable<TState>
    where TAnswer : class
{
    /// <summary>Model and history since the last quiet point up to which an order explains everything.</summary>
    /// <param name="history">All that was recorded, in that order.</param>
    /// <param name="partition">Where the violation is.</param>
    /// <param name="points">How many operations had been recorded at each quiet point.</param>
    public (ISequentialModel<TState, TInput, TAnswer> Model, History<TInput, TAnswer> History) Since(
        History<TInput, TAnswer> history,
        string partition,
        IEnumerable<int> points)
    {
        foreach (var point in points.Reverse())
        {
            var before = new History<TInput, TAnswer>(
                [.. history.Operations.Take(point).Where(operation => operation.Partition == partition)]);
            var explained = LinearizabilityChecker.Check(model, before, budget, time, leastOverlapping: 0)
                .OfType<CheckResult.Linearizable>()
                .FirstOrDefault();
            if (explained is null || After(before, partition, explained.Order) is not { } state)
                continue;
            var placed = explained.Order.ToHashSet();
            var open = before.Operations.Where(it => it.Outcome == Outcome.Unknown && !placed.Contains(it.Id));
            var later = new History<TInput, TAnswer>([.. open, .. history.Operations.Skip(point)]);
            var begun = new BegunModel(model, state);
            if (LinearizabilityChecker.Check(begun, later, budget, time, leastOverlapping: 0)
                .Any(result => result is CheckResult.Violation && result.Partition == partition))
                return (begun, later);
        }

        return (model, history);
    }

    // Where the model may go on in several ways, the first one that carries to the end will do.
    private TState? After(History<TInput, TAnswer> history, string partition, IReadOnlyList<int> order)
    {
        var operations = history.Operations.ToDictionary(operation => operation.Id);
        IEnumerable<TState> states = [model.Start(partition)];
        foreach (var id in order)
        {
            var operation = operations[id];
            var contended = history.Operations.Any(other => other.Id != id && other.Overlaps(operation)
                && model.Rivals(operation.Input, other.Input));
            states = [.. states
                .SelectMany(state => model.Apply(state, operation.Input, operation.Answer, contended))
                .Distinct()];
        }

        return states.FirstOrDefault();
    }

    /// <summary>The same model from another state on.</summary>
    private sealed class BegunModel(ISequentialModel<TState, TInput, TAnswer> inner, TState state)
        : ISequentialModel<TState, TInput, TAnswer>
    {
        public string Name => inner.Name;

        public TState Start(string partition) => state;

        public IEnumerable<TState> Apply(TState from, TInput input, TAnswer? answer, bool contended) =>
            inner.Apply(from, input, answer, contended);

        public bool Rivals(TInput one, TInput other) => inner.Rivals(one, other);

        public string Describe(TInput input) => inner.Describe(input);

        public string Describe(TAnswer answer) => inner.Describe(answer);

        public string Explain(TState from) => inner.Explain(from);

        public bool IsRead(TInput input) => inner.IsRead(input);
    }
}
