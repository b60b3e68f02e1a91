namespace Harness.Reference.Operator;

/// <summary>Body of <c>DELETE /operator/v1/features</c>: take the feature of a connection's channel away.</summary>
/// <param name="Environment">Id of the environment.</param>
/// <param name="Interconnect">Id of the interconnect.</param>
/// <param name="ConnectionId">UUID of the connection.</param>
/// <param name="Channel">Id of the channel.</param>
internal sealed record FeatureRequest(
    string? Environment = null, string? Interconnect = null, string? ConnectionId = null, string? Channel = null)
    : IChannelRequest;
