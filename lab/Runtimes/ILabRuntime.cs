using Harness.Lab.Planning;

namespace Harness.Lab.Runtimes;

/// <summary>Something that nodes and wires can be made of.</summary>
public interface ILabRuntime
{
    /// <summary>Short name, such as <c>uml</c>.</summary>
    string Name { get; }

    /// <summary>Says whether this machine can carry a lab on this runtime, and what it lacks.</summary>
    Task<Suitability> ProbeAsync(CancellationToken cancellation);

    /// <summary>
    /// Brings a lab up: done when every node is there, wired, and its daemons answer. What was begun is undone when
    /// it cannot be finished.
    /// </summary>
    /// <exception cref="LabException">It could not be brought up; says why, and what to do.</exception>
    Task<IRunningLab> UpAsync(LabPlan plan, IProgress<LabProgress> progress, CancellationToken cancellation);

    /// <summary>Removes whatever carries the label, by whichever process it was made.</summary>
    /// <param name="label">Label of the lab.</param>
    /// <param name="cancellation">Of the caller.</param>
    /// <returns>How many things were removed.</returns>
    Task<int> DownAsync(string label, CancellationToken cancellation);
}
