namespace Harness.Certification.Linearizability;

/// <summary>What was found of one partition of a history. Only <see cref="Linearizable"/> is a pass.</summary>
/// <param name="Partition">Whose operations were judged.</param>
public abstract record CheckResult(string Partition)
{
    /// <summary>Some one-at-a-time order, allowed by the stamps, explains every answer.</summary>
    /// <param name="Partition">Whose operations were judged.</param>
    /// <param name="Order">
    /// Ids in that order; without operations of unknown outcome that need not have happened.
    /// </param>
    public sealed record Linearizable(string Partition, IReadOnlyList<int> Order) : CheckResult(Partition);

    /// <summary>No order explains the answers.</summary>
    /// <param name="Partition">Whose operations were judged.</param>
    /// <param name="Furthest">Ids of the longest order that explains a beginning.</param>
    /// <param name="State">The state that it leads to, in the model's words.</param>
    /// <param name="Stuck">Ids of what could have come next by the stamps, and cannot have been answered so.</param>
    public sealed record Violation(
        string Partition,
        IReadOnlyList<int> Furthest,
        string State,
        IReadOnlyList<int> Stuck) : CheckResult(Partition);

    /// <summary>The budget ended before an order was found or all were ruled out.</summary>
    /// <param name="Partition">Whose operations were judged.</param>
    /// <param name="Why">Which bound ended it, in words.</param>
    public sealed record Unknown(string Partition, string Why) : CheckResult(Partition);

    /// <summary>An order explains the answers, but so little overlapped that this says nothing of races.</summary>
    /// <param name="Partition">Whose operations were judged.</param>
    /// <param name="Overlapping">Pairs that overlapped, as <see cref="Overlap.Count"/> counts them.</param>
    /// <param name="Least">Pairs that were asked for.</param>
    public sealed record NotExercised(string Partition, int Overlapping, int Least) : CheckResult(Partition);
}
