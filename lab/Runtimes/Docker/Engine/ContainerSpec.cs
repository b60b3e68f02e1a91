namespace Harness.Lab.Runtimes.Docker.Engine;

/// <summary>A container as the engine is asked to create it.</summary>
/// <param name="Image">Name of the image.</param>
/// <param name="Cmd">Program and arguments.</param>
/// <param name="Labels">By which it is found again.</param>
/// <param name="HostConfig">What it is given of the machine.</param>
internal sealed record ContainerSpec(
    string Image, IReadOnlyList<string> Cmd, IReadOnlyDictionary<string, string> Labels, HostConfig HostConfig)
{
    /// <summary>It has a standard input, which ends when whoever is attached goes away.</summary>
    public bool OpenStdin { get; } = true;

    /// <inheritdoc cref="OpenStdin"/>
    public bool StdinOnce { get; } = true;

    public bool AttachStdin { get; } = true;

    public bool AttachStdout { get; } = true;

    public bool AttachStderr { get; } = true;
}
