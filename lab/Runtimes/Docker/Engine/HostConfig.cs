namespace Harness.Lab.Runtimes.Docker.Engine;

/// <summary>What a container is given of the machine.</summary>
/// <param name="NetworkMode"><c>none</c> or <c>host</c>.</param>
/// <param name="PidMode"><c>host</c>, or empty for processes of its own.</param>
/// <param name="CapAdd">Capabilities by name.</param>
/// <param name="Sysctls">Kernel settings of its network.</param>
internal sealed record HostConfig(
    string NetworkMode, string PidMode, IReadOnlyList<string> CapAdd, IReadOnlyDictionary<string, string> Sysctls)
{
    /// <summary>It is removed when it has ended, whoever made it.</summary>
    public bool AutoRemove { get; } = true;

    /// <summary>What it says goes to whoever is attached, and is kept nowhere.</summary>
    public LogConfig LogConfig { get; } = new("none");
}
