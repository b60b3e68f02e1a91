using System.Net;
using Harness.Lab.Topology;

namespace Harness.Lab.Wiring;

/// <summary>A customer's site with all that is derived for it.</summary>
/// <param name="Tenant">The customer.</param>
/// <param name="Site">The site.</param>
/// <param name="Network">The network that it announces.</param>
/// <param name="Attachments">Its wires to the provider's devices.</param>
public sealed record WiredSite(
    Tenant Tenant, LabSite Site, CustomerNetwork Network, IReadOnlyList<WiredAttachment> Attachments)
{
    /// <summary>The router's interface towards the host.</summary>
    public const string Inside = "lan";

    /// <summary>The host's interface.</summary>
    public const string HostInterface = "eth0";

    /// <summary>The host's IPv4 address, which traffic is sent to.</summary>
    public IPAddress HostAddress => Network.Host.Ipv4;
}
