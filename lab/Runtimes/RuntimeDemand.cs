using Harness.Lab.Planning;

namespace Harness.Lab.Runtimes;

/// <summary>What a runtime asks for before it makes anything.</summary>
internal static class RuntimeDemand
{
    /// <summary>Checks that a plan can be built, here.</summary>
    /// <returns>What the runtime offers.</returns>
    /// <exception cref="LabException">It cannot; says every reason, and what to do.</exception>
    public static async Task<Suitability> DemandAsync(
        this ILabRuntime runtime, LabPlan plan, CancellationToken cancellation)
    {
        if (PlanCheck.Faults(plan) is { Count: > 0 } faults)
            throw new LabException($"The plan cannot be built:\n{string.Join('\n', faults)}");
        var probed = await runtime.ProbeAsync(cancellation);
        return probed.Usable
            ? probed
            : throw new LabException(string.Join('\n', probed.Lacks.Select(lack => $"{lack.What}: {lack.Remedy}")));
    }
}
