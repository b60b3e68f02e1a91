namespace Harness.Certification.Linearizability;

/// <summary>Whether the client knows what became of an operation.</summary>
public enum Outcome
{
    /// <summary>A whole answer came that says what happened: 2xx or 4xx.</summary>
    Known,

    /// <summary>
    /// A time-out, a reset or a 5xx: it may have happened at any time after its call, or never.
    /// What was never sent is not in a history at all, nor is a read without an answer.
    /// </summary>
    Unknown,
}

/// <summary>One operation as a client saw it.</summary>
/// <param name="Id">Unique in its history.</param>
/// <param name="Client">Who called: a lane of the picture.</param>
/// <param name="Partition">Operations of different partitions do not bear on one another.</param>
/// <param name="Input">What was asked.</param>
/// <param name="Called">Stamp of one counter for all clients, taken before the first byte goes out.</param>
/// <param name="Returned">
/// Stamp of the same counter, taken after the whole answer is in; <see cref="Never"/> where it is unknown.
/// </param>
/// <param name="Outcome">Whether the answer is known.</param>
/// <param name="Answer">What was answered; null where it is unknown.</param>
public sealed record HistoryOperation<TInput, TAnswer>(
    int Id,
    string Client,
    string Partition,
    TInput Input,
    long Called,
    long Returned,
    Outcome Outcome,
    TAnswer? Answer)
    where TAnswer : class
{
    /// <summary>When an operation returns whose answer never came.</summary>
    public const long Never = long.MaxValue;

    /// <summary>Whether each was under way at some moment at which the other was.</summary>
    public bool Overlaps(HistoryOperation<TInput, TAnswer> other) =>
        Called <= other.Returned && other.Called <= Returned;

    /// <summary>The same operation, as a client saw it that did not get the answer.</summary>
    public HistoryOperation<TInput, TAnswer> WithoutAnswer() =>
        this with { Returned = Never, Outcome = Outcome.Unknown, Answer = null };
}
