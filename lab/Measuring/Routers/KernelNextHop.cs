namespace Harness.Lab.Measuring.Routers;

/// <summary>One path of a route with several.</summary>
/// <param name="Dev">The interface that packets leave by.</param>
/// <param name="Gateway">The next hop; null where it is directly attached, or of the other address family.</param>
public sealed record KernelNextHop(string Dev, string? Gateway = null);
