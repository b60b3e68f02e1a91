namespace Harness.Reference.Negotiations;

/// <summary>A channel of a connection whose feature is still negotiated, as the store keeps it.</summary>
public sealed record ProposalRow
{
    public long ConnectionId { get; init; }

    /// <summary>Full name of the channel.</summary>
    public string Channel { get; init; } = "";

    /// <summary>The feature whose parameters are reserved for the proposal; null while guidance is awaited.</summary>
    public string? FeatureId { get; init; }

    /// <summary>Proposals that were refused.</summary>
    public int Tries { get; init; }

    /// <summary>What they proposed; see <see cref="ChannelParameters"/>.</summary>
    public string Refused { get; init; } = "";

    /// <summary>No further attempt from this instant on, in milliseconds since 1970.</summary>
    public long RetryUntil { get; init; }
}
