namespace Harness.Lab.Measuring.Capture;

/// <summary>The types of frames that a lab knows.</summary>
public enum EtherType
{
    /// <summary>The frame is too short to say.</summary>
    Unknown = 0,

    /// <summary>IPv4.</summary>
    Ipv4 = 0x0800,

    /// <summary>ARP.</summary>
    Arp = 0x0806,

    /// <summary>A VLAN tag.</summary>
    Vlan = 0x8100,

    /// <summary>IPv6.</summary>
    Ipv6 = 0x86dd,

    /// <summary>The outer VLAN tag of two.</summary>
    OuterVlan = 0x88a8,

    /// <summary>MACsec.</summary>
    MacSec = 0x88e5,
}
