using Harness.Protocol.Names;

namespace Harness.Features.World;

/// <summary>A rotation, or a first key.</summary>
/// <param name="New">The key that turned active.</param>
/// <param name="Old">The key that it replaced; null for a first key.</param>
/// <param name="Begin">By the target's clock: no later than its beginning.</param>
/// <param name="End">By the target's clock: no earlier than its end, by whatever reading.</param>
public sealed record Rotation(MacSecKeyName New, MacSecKeyName? Old, DateTimeOffset Begin, DateTimeOffset End);
