namespace Harness.Lab.Runtimes.Docker.Engine;

/// <summary>Where the engine keeps what a container says.</summary>
internal sealed record LogConfig(string Type);
