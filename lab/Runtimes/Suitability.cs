namespace Harness.Lab.Runtimes;

/// <summary>Whether a machine can carry a lab on a runtime.</summary>
/// <param name="Usable">Whether a lab can be brought up at all.</param>
/// <param name="Found">What was found, for people: versions, paths.</param>
/// <param name="Lacks">What is missing; a usable runtime may lack kernel features.</param>
public sealed record Suitability(bool Usable, IReadOnlyList<string> Found, IReadOnlyList<LabLack> Lacks)
{
    /// <summary>Whether the nodes' kernel has the feature.</summary>
    public bool Has(KernelFeature feature) => Usable && Lacks.All(lack => lack.Feature != feature);
}
