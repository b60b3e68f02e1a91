using Harness.Lab.Runtimes;

namespace Harness.Cli.Labs;

/// <summary>Removes what is there of a lab.</summary>
internal static class LabDown
{
    public static async Task<int> RunAsync(string label, Surroundings surroundings, CancellationToken stop)
    {
        var removed = 0;
        foreach (var runtime in LabRuntimes.All(surroundings.Time))
            removed += await runtime.DownAsync(label, stop);
        await surroundings.Output.WriteLineAsync(
            removed == 0 ? $"There is nothing of a lab {label}" : $"The lab {label} is gone");
        return ExitCode.Certified;
    }
}
