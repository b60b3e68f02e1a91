using System.Text.Json.Serialization;

namespace Harness.Lab.Measuring.Routers;

/// <summary>A route of the kernel, as <c>ip -j route</c> tells of it.</summary>
/// <param name="Dst">Its destination, such as <c>10.0.2.0/24</c> or <c>default</c>.</param>
/// <param name="Gateway">The next hop of a route with one path; null where it is directly attached.</param>
/// <param name="Dev">The interface of a route with one path.</param>
/// <param name="NextHops">The paths of a route with several.</param>
/// <param name="Type">Such as <c>unreachable</c>; null on an ordinary route.</param>
public sealed record KernelRoute(
    string Dst,
    string? Gateway = null,
    string? Dev = null,
    [property: JsonPropertyName("nexthops")] IReadOnlyList<KernelNextHop>? NextHops = null,
    string? Type = null)
{
    /// <summary>The interfaces that packets leave by; none where the route refuses them.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Interfaces => this switch
    {
        { Type: "unreachable" or "blackhole" or "prohibit" } => [],
        { NextHops: { } several } => [.. several.Select(path => path.Dev)],
        { Dev: { } only } => [only],
        _ => [],
    };

    /// <summary>Reads a routing table.</summary>
    /// <exception cref="RouterOutputException">It is not what the command answers.</exception>
    public static IReadOnlyList<KernelRoute> ReadAll(string json) =>
        RouterJson.Read<KernelRoute[]>(json, "ip -j route");
}
