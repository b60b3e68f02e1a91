namespace Harness.Lab.Runtimes.Agents;

/// <summary>What the machine says of itself when it has booted.</summary>
/// <param name="Kernel">Release of its kernel.</param>
/// <param name="Lacking">What its kernel cannot do.</param>
internal sealed record MachineDescription(string Kernel, IReadOnlyList<KernelFeature> Lacking);
