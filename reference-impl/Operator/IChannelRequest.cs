namespace Harness.Reference.Operator;

/// <summary>A request that names a channel by its ids.</summary>
internal interface IChannelRequest
{
    string? Environment { get; }

    string? Interconnect { get; }

    string? Channel { get; }
}
