using Harness.Lab.Topology;

namespace Harness.Lab.Wiring;

/// <summary>A channel with all that is derived for it.</summary>
/// <param name="Number">Its number within the lab, from 1.</param>
/// <param name="Interconnect">The interconnect that it is of.</param>
/// <param name="Channel">The channel.</param>
/// <param name="First">The end at the first provider.</param>
/// <param name="Second">The end at the second provider.</param>
public sealed record WiredChannel(
    int Number, LabInterconnect Interconnect, LabChannel Channel, ChannelEnd First, ChannelEnd Second)
{
    /// <summary>The end at a provider.</summary>
    public ChannelEnd EndOf(string provider) => First.Device.Provider == provider ? First : Second;

    /// <summary>The other end.</summary>
    public ChannelEnd PeerOf(ChannelEnd end) => end == First ? Second : First;
}
