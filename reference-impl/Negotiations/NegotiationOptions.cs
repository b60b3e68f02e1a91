namespace Harness.Reference.Negotiations;

/// <summary>How long and how often a negotiator tries.</summary>
public sealed record NegotiationOptions
{
    /// <summary>
    /// How long a phase (confirming the key, creating the connection, agreeing on a channel's feature) is tried
    /// again after failures before it is given up (CON-12). So long the last channel is waited for as well.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many proposals of a channel may be refused before the channel is left out (FEA-12).</summary>
    public int MostTries { get; init; } = 6;
}
