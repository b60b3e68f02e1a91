namespace Harness.Lab.Runtimes;

/// <summary>What the lab asks of a kernel beyond namespaces and wires.</summary>
public enum KernelFeature
{
    /// <summary>MACsec with gcm-aes.</summary>
    MacSec,

    /// <summary>802.1Q.</summary>
    Vlan,

    /// <summary>VXLAN, which stands in for 802.1Q.</summary>
    Vxlan,

    /// <summary>Link aggregation.</summary>
    Bonding,

    /// <summary>A routing table for each customer.</summary>
    Vrf,

    /// <summary>Loss and delay on purpose.</summary>
    Netem,

    /// <summary>TCP-MD5, which BGP sessions are authenticated with.</summary>
    TcpMd5,
}
