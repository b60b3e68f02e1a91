using Harness.Features.Target;
using Harness.Features.Target.Loading;

namespace Harness.Cli.Running;

/// <summary>Target files as commands need them: right, or else an end with all that is wrong.</summary>
internal static class TargetFiles
{
    /// <summary>Reads and checks a target file.</summary>
    /// <exception cref="CannotRunException">One line for each fault, with its place.</exception>
    public static TargetFile Load(string path, Surroundings surroundings) =>
        TargetLoader.Load(path, surroundings.Variable) switch
        {
            TargetLoad.Loaded loaded => loaded.File,
            TargetLoad.Faulty faulty => throw new CannotRunException([.. faulty.Faults.Select(fault => $"{fault}")]),
            _ => throw new InvalidOperationException("no such outcome of loading a target file"),
        };
}
