using System.Net;
using Harness.Lab.Topology;

namespace Harness.Lab.Wiring;

/// <summary>What a channel is on one of its devices.</summary>
/// <param name="Channel">Number of the channel within the lab, from 1.</param>
/// <param name="InterconnectId">Id of the interconnect.</param>
/// <param name="ChannelId">Id of the channel.</param>
/// <param name="Device">The device.</param>
/// <param name="Members">Interfaces of the LAG's wires.</param>
/// <param name="Ethernet">Ethernet address of <see cref="Lag"/>.</param>
/// <param name="Underlay">Address on the encrypted channel itself: keys are tried with it, and VXLAN runs on it
/// where that stands in for VLANs.</param>
public sealed record ChannelEnd(
    int Channel,
    string InterconnectId,
    string ChannelId,
    LabDevice Device,
    IReadOnlyList<string> Members,
    string Ethernet,
    IPAddress Underlay)
{
    /// <summary>Name of the router.</summary>
    public string Node => Device.Node;

    /// <summary>The interface that MACsec sits on: the bond, or the only member.</summary>
    public string Lag => Members is [var only] ? only : $"c{Channel}lag";

    /// <summary>The MACsec interface: nothing of a customer sits below it (MAC-16).</summary>
    public string Secured => $"c{Channel}sec";

    /// <summary>The interface of a feature.</summary>
    public string Vlan(int vlanId) => $"c{Channel}v{vlanId}";
}
