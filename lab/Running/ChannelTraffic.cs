using Harness.Lab.Wiring;

namespace Harness.Lab.Running;

/// <summary>What a channel carried.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="First">How many frames its first end sent encrypted.</param>
/// <param name="Second">How many frames its second end sent encrypted.</param>
public sealed record ChannelTraffic(WiredChannel Channel, long First, long Second)
{
    /// <summary>What it carried since an earlier look.</summary>
    public ChannelTraffic Since(ChannelTraffic earlier) =>
        this with { First = First - earlier.First, Second = Second - earlier.Second };
}
