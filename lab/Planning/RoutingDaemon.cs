namespace Harness.Lab.Planning;

/// <summary>A daemon of FRR; every one of a node reads the node's <c>/etc/frr/frr.conf</c>.</summary>
public enum RoutingDaemon
{
    /// <summary>Keeps the kernel's routes; is started before all others of its node.</summary>
    Zebra,

    /// <summary>BGP.</summary>
    Bgpd,

    /// <summary>Bidirectional forwarding detection.</summary>
    Bfdd,

    /// <summary>Static routes.</summary>
    Staticd,
}
