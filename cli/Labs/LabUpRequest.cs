namespace Harness.Cli.Labs;

/// <summary>What <c>harness lab up</c> was asked for.</summary>
/// <param name="Topology">Name or file; null for the default.</param>
/// <param name="Runtime">Name of the runtime; null for the first that is usable.</param>
/// <param name="Label">Tells labs apart.</param>
/// <param name="Seed">Of keys and passwords.</param>
/// <param name="Once">Whether it ends once traffic was shown.</param>
internal sealed record LabUpRequest(string? Topology, string? Runtime, string Label, int Seed, bool Once);
