namespace Harness.Lab.Exports;

/// <summary>The images that exports name; <c>lab/images</c> builds them.</summary>
internal static class Images
{
    /// <summary>A router or a host of the lab.</summary>
    public const string Router = "harness-lab-router";

    /// <summary>The harness itself.</summary>
    public const string Harness = "harness-lab-harness";

    /// <summary>What a node may do: its own network and VRFs, and raw sockets for BFD and pings.</summary>
    public static readonly IReadOnlyList<string> Capabilities = ["NET_ADMIN", "NET_RAW", "SYS_ADMIN"];
}
