namespace Harness.Lab.Pictures;

/// <summary>The states of a channel over time.</summary>
/// <param name="Name">Such as <c>ix1/ch1</c>.</param>
/// <param name="Changes">When it came to be in which state, in the order of time; absent before.</param>
public sealed record ChannelTrack(string Name, IReadOnlyList<(TimeSpan At, ChannelState State)> Changes);
