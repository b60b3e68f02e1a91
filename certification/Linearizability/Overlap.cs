namespace Harness.Certification.Linearizability;

/// <summary>How much of a history was really concurrent.</summary>
public static class Overlap
{
    /// <summary>
    /// Pairs of operations that were under way at once, at least one of them no read. Both outcomes are known: an
    /// operation without an answer overlaps whatever comes later, which shows nothing.
    /// </summary>
    public static int Count<TState, TInput, TAnswer>(
        ISequentialModel<TState, TInput, TAnswer> model,
        IReadOnlyList<HistoryOperation<TInput, TAnswer>> operations)
        where TState : IEquatable<TState>
        where TAnswer : class
    {
        var known = operations.Where(operation => operation.Outcome == Outcome.Known).ToList();
        return known.Index().Sum(one => known.Skip(one.Index + 1).Count(other =>
            one.Item.Overlaps(other) && !(model.IsRead(one.Item.Input) && model.IsRead(other.Input))));
    }

    /// <summary>For each operation, whether a rival of it overlaps it.</summary>
    internal static bool[] Contended<TState, TInput, TAnswer>(
        ISequentialModel<TState, TInput, TAnswer> model,
        IReadOnlyList<HistoryOperation<TInput, TAnswer>> operations)
        where TState : IEquatable<TState>
        where TAnswer : class =>
        [.. operations.Select(one => operations.Any(other =>
            other.Id != one.Id && one.Overlaps(other) && model.Rivals(one.Input, other.Input)))];
}
