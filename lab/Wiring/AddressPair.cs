using System.Net;

namespace Harness.Lab.Wiring;

/// <summary>The addresses of one interface.</summary>
/// <param name="Ipv4">Its IPv4 address.</param>
/// <param name="Ipv6">Its IPv6 address.</param>
public sealed record AddressPair(IPAddress Ipv4, IPAddress Ipv6);
