using System.Net;

namespace Harness.Lab.Wiring;

/// <summary>The network of a customer's site, which its router announces.</summary>
/// <param name="Ipv4">The IPv4 network.</param>
/// <param name="Ipv6">The IPv6 network.</param>
/// <param name="Gateway">The router's addresses in it.</param>
/// <param name="Host">The host's addresses in it.</param>
public sealed record CustomerNetwork(IPNetwork Ipv4, IPNetwork Ipv6, AddressPair Gateway, AddressPair Host);
