using Harness.Lab.Runtimes.Docker;
using Harness.Lab.Runtimes.Uml;

namespace Harness.Lab.Runtimes;

/// <summary>The runtimes, and the choice among them.</summary>
public static class LabRuntimes
{
    /// <summary>All of them; the first that is usable is chosen.</summary>
    /// <param name="time">Measures deadlines.</param>
    public static IReadOnlyList<ILabRuntime> All(TimeProvider time) => [new UmlRuntime(time), new DockerRuntime(time)];

    /// <summary>Chooses one.</summary>
    /// <param name="runtimes">Those to choose from.</param>
    /// <param name="name">The one that is wanted; null for the first that is usable.</param>
    /// <param name="hear">Hears what was found, line by line.</param>
    /// <param name="cancellation">Of the caller.</param>
    /// <exception cref="LabException">None is usable; says what to install.</exception>
    public static async Task<ILabRuntime> ChooseAsync(
        IReadOnlyList<ILabRuntime> runtimes, string? name, Action<string> hear, CancellationToken cancellation)
    {
        var lacking = new List<string>();
        foreach (var runtime in runtimes.Where(one => name is null || one.Name == name))
        {
            var probed = await runtime.ProbeAsync(cancellation);
            var lacks = probed.Lacks.Select(lack => $"{runtime.Name}: {lack.What}: {lack.Remedy}").ToArray();
            if (probed.Usable)
            {
                hear(name is null
                    ? $"runtime {runtime.Name}: the first that this machine can carry"
                    : $"runtime {runtime.Name}: asked for");
                foreach (var lack in lacks)
                    hear(lack);
                return runtime;
            }

            lacking.AddRange(lacks);
        }

        throw new LabException($"This machine cannot carry a lab.\n{string.Join('\n', lacking)}");
    }
}
