using System.Diagnostics;
using Harness.Lab.Runtimes.Agents;

namespace Harness.Lab.Runtimes.Uml.Hosting;

/// <summary>
/// A user-mode-linux that runs, with the process that keeps it. Its console ends with this process, and its keeper
/// watches this process: whichever way the harness ends, so does the machine.
/// </summary>
internal sealed class Machine : IAsyncDisposable
{
    private static readonly TimeSpan _powerOff = TimeSpan.FromSeconds(20);
    private readonly Process _keeper;
    private readonly LabDirectory _directory;
    private readonly TimeProvider _time;

    private Machine(Process keeper, LabDirectory directory, TimeProvider time)
    {
        _keeper = keeper;
        _directory = directory;
        _time = time;
        var kernel = new LastWords(keeper.StandardError);
        Console = new AgentConsole(
            keeper.StandardInput.BaseStream, keeper.StandardOutput.BaseStream, () => kernel.Tail);
    }

    public AgentConsole Console { get; }

    /// <summary>Boots one with the whole host's file system, read-only.</summary>
    /// <param name="directory">Directory of the lab, claimed.</param>
    /// <param name="megabytes">Its memory, which is taken as it is used.</param>
    /// <param name="time">Measures deadlines.</param>
    public static Machine Start(LabDirectory directory, int megabytes, TimeProvider time)
    {
        var start = new ProcessStartInfo(HostTools.Python)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        start.Environment["TMPDIR"] = HostTools.MemoryDirectory(megabytes * 1024L * 1024L) ?? directory.Path;
        string[] arguments =
        [
            "-ISB", Path.Combine(directory.Path, LabDirectory.Keeper), $"{Environment.ProcessId}", directory.Path,
            HostTools.Kernel, $"mem={megabytes}M", $"uml_dir={Path.Combine(directory.Path, "uml")}",
            "rootfstype=hostfs", "rootflags=/", "ro", "quiet", "con=null",
            // The kernel talks to standard error, the agent over the second console.
            "con0=null,fd:2", "ssl0=fd:0,fd:1",
            $"init={HostTools.Python}", "--", "-ISB", Path.Combine(directory.Path, GuestScripts.AgentName), "machine",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return new Machine(Process.Start(start)!, directory, time);
    }

    public async ValueTask DisposeAsync()
    {
        await Console.DisposeAsync();
        try
        {
            await _keeper.WaitForExitAsync().WaitAsync(_powerOff, _time);
        }
        catch (TimeoutException)
        {
            // What does not end when it is asked to is ended below.
            _keeper.Kill();
        }

        await _directory.EndAsync(CancellationToken.None);
        _keeper.Dispose();
    }
}
