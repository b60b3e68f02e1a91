namespace Harness.Reference.Connections;

/// <summary>How many features a connection has.</summary>
/// <param name="Channels">Channels of the interconnect, whatever their number (COM-11).</param>
/// <param name="Accepted">Features that were accepted.</param>
/// <param name="Final">Features that are in the network.</param>
/// <param name="UnderWay">Features that the network was asked for and has not brought up yet.</param>
public sealed record FeatureCounts(int Channels, int Accepted, int Final, int UnderWay)
{
    /// <summary>How many features provisioning takes: one for all channels but one (FEA-14).</summary>
    public int Needed => Math.Max(1, Channels - 1);
}
