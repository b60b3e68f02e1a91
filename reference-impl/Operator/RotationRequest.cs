namespace Harness.Reference.Operator;

/// <summary>Body of <c>POST /operator/v1/rotations</c>: rotate the key of a channel that we manage.</summary>
internal sealed record RotationRequest(string? Environment = null, string? Interconnect = null, string? Channel = null)
    : IChannelRequest;
