using Harness.Simulator.Calling;

namespace Harness.Simulator.Serving;

/// <summary>What goes back over the wire. Closed: one of the nested records.</summary>
internal abstract record Outcome
{
    private Outcome()
    {
    }

    /// <param name="Reply">The response.</param>
    /// <param name="Delivery">How it is sent.</param>
    public sealed record Replied(PartnerReply Reply, Delivery Delivery = Delivery.Whole) : Outcome
    {
        /// <summary>Calls to the target once it is out.</summary>
        public IReadOnlyList<TargetCall> Afterwards { get; init; } = [];
    }

    /// <summary>The connection is closed without a response.</summary>
    /// <param name="Why">For the journal.</param>
    public sealed record Closed(string Why) : Outcome;

    /// <summary>The stream, or below HTTP/2 the connection, is reset.</summary>
    public sealed record WasReset : Outcome;
}

/// <summary>How a response is sent.</summary>
internal enum Delivery
{
    Whole,
    Doubled,
    Truncated,
    Endless,
    Dripped,
}
