namespace Harness.Reference.Negotiations;

/// <summary>How long and how often a negotiator tries.</summary>
public sealed record NegotiationOptions
{
    /// <summary>
    /// How long a phase (confirming the key, creating the connection, agreeing on a channel's feature) is tried
    /// again after failures before it is given up (CON-12). So long the last channel is waited for as well.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a deferral may take where the environment does not say it, in hours (DFR-03).</summary>
    public const int UsualDeferralHours = 24;

    /// <summary>
    /// Whether a connection is driven for a peer that asks for it; else it is refused, as the contract allows (DFR-01).
    /// </summary>
    public bool TakesOver { get; init; } = true;

    /// <summary>How many proposals of a channel may be refused before the channel is left out (FEA-12).</summary>
    public int MostTries { get; init; } = 6;
}
