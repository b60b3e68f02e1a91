namespace Harness.Lab.Runtimes.Docker.Engine;

/// <summary>The engine itself.</summary>
internal sealed record EngineVersion(string Version, string ApiVersion, string KernelVersion);

/// <summary>A container that was created.</summary>
internal sealed record CreatedContainer(string Id);

/// <summary>A container in a list.</summary>
internal sealed record ListedContainer(string Id, string State);

/// <summary>A container that was looked at.</summary>
internal sealed record InspectedContainer(ContainerState State);

/// <summary>What a container does.</summary>
/// <param name="Pid">Id of its first process on the machine; 0 when it does not run.</param>
internal sealed record ContainerState(int Pid);
