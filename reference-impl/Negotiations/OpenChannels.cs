using Harness.Reference.Connections;

namespace Harness.Reference.Negotiations;

/// <summary>How far the features of a connection are agreed.</summary>
/// <param name="Features">The agreed ones.</param>
/// <param name="Open">Channels that are still negotiated.</param>
public sealed record OpenChannels(FeatureCounts Features, int Open);
