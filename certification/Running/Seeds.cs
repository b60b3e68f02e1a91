using System.Text;

namespace Harness.Certification.Running;

/// <summary>Makes seeds that are the same in every run, whatever else runs and in whatever order.</summary>
internal static class Seeds
{
    /// <summary>A scenario's seed: of the run's and of its title, not of its line, which edits would move.</summary>
    public static int Of(int runSeed, string feature, string scenario)
    {
        // FNV-1a: string.GetHashCode differs from process to process.
        var hash = 2166136261u;
        foreach (var octet in Encoding.UTF8.GetBytes($"{runSeed}/{feature}/{scenario}"))
            hash = (hash ^ octet) * 16777619u;
        return (int)(hash & int.MaxValue);
    }
}
