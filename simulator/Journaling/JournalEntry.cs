using Harness.Protocol.Names;
using Harness.Protocol.Operations;

namespace Harness.Simulator.Journaling;

/// <summary>One exchange. Request and answer have a place each in the one order of the journal.</summary>
/// <param name="Began">Place of the request.</param>
/// <param name="Ended">Place of the response or the fault; null while the exchange is under way.</param>
/// <param name="At">When the request came or went.</param>
/// <param name="Duration">Until <paramref name="Ended"/>; zero while under way.</param>
/// <param name="Direction">Who called whom.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Url">Path and query as asked for.</param>
/// <param name="Operation">The published operation; null where the contract knows none.</param>
/// <param name="Resource">
/// The resource that is addressed: of a create, the one to be created; of a list, the parent. Null where the
/// path is no resource of the contract.
/// </param>
/// <param name="Request">What was asked.</param>
/// <param name="Status">Status that was answered; null while under way and after a fault.</param>
/// <param name="Response">What was answered; null while under way and after a fault.</param>
/// <param name="Fault">Why there is no answer: dropped by script, reset, timed out; null otherwise.</param>
public sealed record JournalEntry(
    long Began,
    long? Ended,
    DateTimeOffset At,
    TimeSpan Duration,
    JournalDirection Direction,
    string Method,
    string Url,
    Operation? Operation,
    ResourceName? Resource,
    JournalMessage Request,
    int? Status = null,
    JournalMessage? Response = null,
    string? Fault = null)
{
    /// <summary>Whether this exchange was over before <paramref name="other"/> began.</summary>
    public bool HappenedBefore(JournalEntry other) => Ended < other.Began;

    /// <summary>Whether this began after <paramref name="other"/> did, and at most so much later.</summary>
    public bool BeganWithin(TimeSpan limit, JournalEntry other) => Began > other.Began && At - other.At <= limit;

    /// <summary>Whether it was answered with a 2xx.</summary>
    public bool Succeeded => Status is >= 200 and <= 299;

    /// <summary>One line without bodies (SEC-05).</summary>
    public override string ToString() =>
        $"#{Began} {Direction} {Operation?.Id ?? Method} {Resource?.ToString() ?? Url} "
        + $"-> {Status?.ToString() ?? Fault ?? "under way"}";
}
