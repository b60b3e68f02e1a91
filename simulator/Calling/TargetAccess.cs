using Harness.Protocol.Client;

namespace Harness.Simulator.Calling;

/// <summary>How the partner reaches the target.</summary>
/// <param name="Client">Where the target is, and how the partner proves who it is.</param>
/// <param name="Handler">What sends the calls; disposed of by whoever made it.</param>
public sealed record TargetAccess(ClientOptions Client, HttpMessageHandler Handler);
