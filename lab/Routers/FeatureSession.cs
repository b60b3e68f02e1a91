using System.Net;
using System.Net.Sockets;

namespace Harness.Lab.Routers;

/// <summary>A BGP session of a feature.</summary>
/// <param name="Own">Address of this end.</param>
/// <param name="Peer">Address of the other end.</param>
/// <param name="PrefixLength">Of the subnet that both are in, in bits.</param>
public sealed record FeatureSession(IPAddress Own, IPAddress Peer, int PrefixLength)
{
    /// <summary>FRR's word for the address family.</summary>
    public string Family => FamilyOf(Own);

    /// <summary>FRR's word for the family of an address.</summary>
    internal static string FamilyOf(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetwork ? "ipv4" : "ipv6";
}
