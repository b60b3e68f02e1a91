using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Reference.Network;

/// <summary>What the network is asked to bring up on one channel.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Channel">Its channel.</param>
/// <param name="BandwidthMbps">Bandwidth of the connection, in Mbps.</param>
/// <param name="AccountId">The customer's account here: traffic of different accounts stays apart.</param>
/// <param name="Config">Negotiated parameters; the BGP password in them is a secret.</param>
public sealed record FeatureActivation(
    FeatureName Feature, ChannelName Channel, int BandwidthMbps, string AccountId, L3BaseConfig Config);
