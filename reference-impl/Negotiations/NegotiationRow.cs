using Harness.Protocol.Names;

namespace Harness.Reference.Negotiations;

/// <summary>A negotiation that we drive, as the store keeps it.</summary>
public sealed record NegotiationRow
{
    /// <summary>The UUID that both providers share.</summary>
    public string Uuid { get; init; } = "";

    public NegotiationPurpose Purpose { get; init; }

    public NegotiationStep Step { get; init; }

    /// <summary>Full name of the environment.</summary>
    public string Environment { get; init; } = "";

    /// <summary>What the customer wants, in Mbps.</summary>
    public int BandwidthMbps { get; init; }

    /// <summary>Full name of the interconnect where the connection is created locally; null while there is none.
    /// </summary>
    public string? Interconnect { get; init; }

    /// <summary>Full name of the interconnect that a migration leaves; null for other purposes.</summary>
    public string? OldInterconnect { get; init; }

    /// <summary>Full name of the only interconnect that a migration may go to; null for any.</summary>
    public string? WantedInterconnect { get; init; }

    /// <summary>When a deferral is rolled back by the protocol's clock, in milliseconds since 1970.</summary>
    public long? DeadlineAt { get; init; }

    /// <summary>What the peer has refused in this round; see <see cref="RefusedInterconnects"/>.</summary>
    public string Refusals { get; init; } = "";

    /// <summary>Tries that failed since the phase began (CON-12).</summary>
    public int Attempts { get; init; }

    /// <summary>No further try from this instant on, in milliseconds since 1970 (CON-12).</summary>
    public long RetryUntil { get; init; }

    /// <summary>The connection was deleted while it was being proposed: it has still to be taken back.</summary>
    public bool Cancelled { get; init; }

    /// <summary>Why it came to nothing, in plain words; null before.</summary>
    public string? Failure { get; init; }

    /// <summary>The connection that a migration leaves; null for other purposes.</summary>
    public ConnectionName? Old => OldInterconnect is null
        ? null
        : ResourceName.Parse<InterconnectName>(OldInterconnect).Connection(Uuid);

    /// <summary>The connection where it is created locally.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public ConnectionName Name => ResourceName.Parse<InterconnectName>(Interconnect).Connection(Uuid);
}
