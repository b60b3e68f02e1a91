using System.Diagnostics;
using Harness.Lab.Planning;
using Harness.Lab.Routers;

namespace Harness.Benchmarks.Lab;

/// <summary>A user-mode-linux that runs a <see cref="FloorScript"/>.</summary>
internal static class FloorMachine
{
    private static readonly TimeSpan _deadline = TimeSpan.FromMinutes(2);

    /// <summary>Brings a plan up and ends it again.</summary>
    /// <returns>From the start of the machine to every session being established.</returns>
    /// <exception cref="TimeoutException">They do not come to be.</exception>
    public static async Task<TimeSpan> RunAsync(
        LabPlan plan, ILookup<string, RouterChange> changes, string directory, int megabytes, TimeProvider time)
    {
        var script = new FloorScript(plan, changes);
        foreach (var node in plan.Nodes)
            await File.WriteAllTextAsync(Path.Combine(directory, $"{node.Name}.sh"), script.Node(node));
        var machine = Path.Combine(directory, "machine.sh");
        await File.WriteAllTextAsync(machine, script.Machine(directory));
        var began = time.GetTimestamp();
        // The machine's memory is a file, which is to be in memory as that of the lab is.
        const string memory = "/dev/shm";
        using var process = Process.Start(new ProcessStartInfo(
            "linux.uml",
            [
                $"mem={megabytes}M", $"uml_dir={directory}", "rootfstype=hostfs", "rootflags=/", "ro", "quiet",
                "con=null", "con0=null,fd:2", "ssl0=fd:0,fd:1", "init=/bin/bash", "--", machine,
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["TMPDIR"] = Directory.Exists(memory) ? memory : directory },
        })!;
        var kernel = process.StandardError.ReadToEndAsync();
        try
        {
            using var deadline = new CancellationTokenSource(_deadline, time);
            while (await process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
                if (line.Contains(FloorScript.Done, StringComparison.Ordinal))
                    return time.GetElapsedTime(began);
            throw new TimeoutException($"The floor's machine ended before its sessions were up: {await kernel}");
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The floor's sessions were not established within {_deadline}");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }
}
