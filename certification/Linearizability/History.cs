namespace Harness.Certification.Linearizability;

/// <summary>What the clients of a resource saw, in any order: the stamps say what came when.</summary>
public sealed record History<TInput, TAnswer>(IReadOnlyList<HistoryOperation<TInput, TAnswer>> Operations)
    where TAnswer : class
{
    /// <summary>The partitions, in the order in which they are first seen.</summary>
    public IReadOnlyList<string> Partitions =>
        [.. Operations.Select(operation => operation.Partition).Distinct(StringComparer.Ordinal)];

    /// <summary>The operations of one partition, in the order of their calls.</summary>
    public IReadOnlyList<HistoryOperation<TInput, TAnswer>> Of(string partition) =>
        [.. Operations.Where(operation => operation.Partition == partition).OrderBy(operation => operation.Called)];

    /// <summary>Refuses a history that no clients can have seen.</summary>
    /// <exception cref="ArgumentException">Says which operation is wrong, and what is.</exception>
    public void Demand()
    {
        var ids = new HashSet<int>();
        foreach (var operation in Operations)
        {
            if (!ids.Add(operation.Id))
                throw new ArgumentException($"operation {operation.Id}: expected an id of its own");
            if (operation.Called >= operation.Returned)
                throw new ArgumentException($"operation {operation.Id}: expected its return after its call, found " +
                    $"{operation.Called} and {operation.Returned}");
            var unknown = operation.Outcome == Outcome.Unknown;
            if (unknown != operation.Answer is null || unknown != (operation.Returned == long.MaxValue))
                throw new ArgumentException($"operation {operation.Id}: expected an answer and the stamp of its " +
                    "return where its outcome is known, and neither where it is unknown");
        }
    }
}
