using Harness.Protocol.Names;

namespace Harness.Reference.MacSec;

/// <summary>The deletion of a key to decide on.</summary>
/// <param name="Key">The key.</param>
/// <param name="Manager">Who manages the channel's keys (CHN-01).</param>
/// <param name="Caller">Who wants it deleted.</param>
/// <param name="Active">Whether the router uses the key.</param>
public sealed record KeyDeletionCase(MacSecKeyName Key, ProviderName Manager, ProviderName Caller, bool Active);
