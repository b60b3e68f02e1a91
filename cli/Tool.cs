using System.Reflection;

namespace Harness.Cli;

/// <summary>What the harness calls itself.</summary>
internal static class Tool
{
    /// <summary>Version, with the commit where the build knows it.</summary>
    public static string Version { get; } =
        typeof(Tool).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "unknown";

    /// <summary>Name and version, for reports.</summary>
    public static string Name { get; } = $"harness {Version}";
}
