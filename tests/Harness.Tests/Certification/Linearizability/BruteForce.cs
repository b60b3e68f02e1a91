using Harness.Certification.Linearizability;

namespace Harness.Tests.Certification.Linearizability;

/// <summary>
/// The definition itself, and nothing clever: every choice of the unknown operations that happened, in every order
/// that the stamps allow, through every state that the model leaves behind.
/// </summary>
internal static class BruteForce
{
    public static bool IsLinearizable<TState, TInput, TAnswer>(
        ISequentialModel<TState, TInput, TAnswer> model,
        IReadOnlyList<HistoryOperation<TInput, TAnswer>> operations)
        where TState : IEquatable<TState>
        where TAnswer : class
    {
        var known = operations.Where(operation => operation.Outcome == Outcome.Known).ToList();
        var unknown = operations.Where(operation => operation.Outcome == Outcome.Unknown).ToList();
        return Enumerable.Range(0, 1 << unknown.Count).Any(chosen =>
            Orders([.. known, .. unknown.Where((_, at) => (chosen >> at & 1) == 1)])
                .Any(order => Explains(model, operations, order)));
    }

    private static IEnumerable<IReadOnlyList<T>> Orders<T>(IReadOnlyList<T> items) => items.Count == 0
        ? [[]]
        : items.Index().SelectMany(first => Orders([.. items.Where((_, at) => at != first.Index)])
            .Select(IReadOnlyList<T> (rest) => [first.Item, .. rest]));

    private static bool IsAllowed<TInput, TAnswer>(IReadOnlyList<HistoryOperation<TInput, TAnswer>> order)
        where TAnswer : class =>
        order.Index().All(it => order.Skip(it.Index + 1).All(later => later.Returned >= it.Item.Called));

    public static bool Explains<TState, TInput, TAnswer>(
        ISequentialModel<TState, TInput, TAnswer> model,
        IReadOnlyList<HistoryOperation<TInput, TAnswer>> all,
        IReadOnlyList<HistoryOperation<TInput, TAnswer>> order)
        where TState : IEquatable<TState>
        where TAnswer : class
    {
        IReadOnlyList<TState> states = [model.Start("")];
        foreach (var operation in order)
        {
            var contended = all.Any(other => other.Id != operation.Id && other.Called <= operation.Returned
                && operation.Called <= other.Returned && model.Rivals(operation.Input, other.Input));
            states = [.. states.SelectMany(state =>
                model.Apply(state, operation.Input, operation.Answer, contended))];
        }

        return IsAllowed(order) && states.Count > 0;
    }
}
