namespace Harness.Reference.Portal;

/// <summary>
/// What a customer has created or accepted at our portal, whatever interconnects it is placed on (MIG-08), and the
/// activation key that was issued for it, here or by the peer.
/// </summary>
/// <remarks>A class with setters, because the rows of the store are read into it.</remarks>
public sealed class CustomerConnectionRow
{
    public long Id { get; init; }

    /// <summary>The UUID that both providers share.</summary>
    public string Uuid { get; init; } = "";

    /// <summary>Full name of the environment.</summary>
    public string Environment { get; init; } = "";

    /// <summary>Bandwidth that the customer has now, in Mbps.</summary>
    public int BandwidthMbps { get; init; }

    /// <summary>The customer's account here.</summary>
    public string AccountId { get; init; } = "";

    /// <summary>The customer's account at the accepting provider (KEY-01).</summary>
    public string RemoteAccountId { get; init; } = "";

    /// <summary>Bandwidth that the key names, in Mbps.</summary>
    public int KeyMbps { get; init; }

    public int KeyVersion { get; init; }

    /// <summary>First instant at which the key is no longer live, in milliseconds since 1970 (KEY-15).</summary>
    public long KeyExpiresAt { get; init; }

    /// <summary>When the customer's intent was established; null before (CON-06).</summary>
    public long? ConfirmedAt { get; init; }

    /// <summary>When a CreateConnection with the key was accepted; null before (KEY-11).</summary>
    public long? UsedAt { get; init; }

    /// <summary>
    /// The key that the customer has brought from the peer, as it was; null for what was created here. A secret
    /// (SEC-05).
    /// </summary>
    public string? AcceptedKey { get; init; }

    /// <summary>Why an acceptance came to nothing, in plain words; null where it did not.</summary>
    public string? Failure { get; init; }

    /// <summary>When it was deleted; its key is never valid again (KEY-16).</summary>
    public long? DeletedAt { get; init; }
}
