namespace Harness.Lab.Runtimes.Docker.Engine;

/// <summary>The engine itself.</summary>
internal sealed record EngineVersion(string Version, string ApiVersion, string KernelVersion);

/// <summary>A container that was created.</summary>
internal sealed record CreatedContainer(string Id);

/// <summary>A container in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">What it does.</param>
/// <param name="Created">When it was created, in seconds since 1970.</param>
internal sealed record ListedContainer(string Id, string State, long Created);

/// <summary>A container that was looked at.</summary>
internal sealed record InspectedContainer(ContainerState State);

/// <summary>What a container does.</summary>
/// <param name="Pid">Id of its first process on the machine; 0 when it does not run.</param>
internal sealed record ContainerState(int Pid);
