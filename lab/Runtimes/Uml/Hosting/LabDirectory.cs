using Harness.Lab.Runtimes.Agents;
using Harness.Lab.Waiting;

namespace Harness.Lab.Runtimes.Uml.Hosting;

/// <summary>
/// The directory of one lab on this machine, named after the label. Every process of the lab has it on its command
/// line: that is the tag by which they are found.
/// </summary>
internal sealed class LabDirectory
{
    /// <summary>Name of the script that keeps the machine.</summary>
    public const string Keeper = "keeper.py";

    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(50);
    private readonly TimeProvider _time;

    private LabDirectory(string label, TimeProvider time)
    {
        _time = time;
        Path = System.IO.Path.Combine(Root(), $"harness-lab-{label}");
    }

    public string Path { get; }

    /// <summary>The directory of that label, which need not be there.</summary>
    public static LabDirectory Of(string label, TimeProvider time) => new(label, time);

    /// <summary>Whether it, or a process of the lab, is there.</summary>
    public bool Exists => Directory.Exists(Path) || TaggedProcesses.Of(Path).Count > 0;

    /// <summary>Makes it anew for this process, with the scripts in it; what a dead lab left is removed.</summary>
    /// <exception cref="LabException">A lab with this label is up.</exception>
    public void Claim(string label)
    {
        if (TaggedProcesses.Of(Path).Count > 0)
        {
            throw new LabException(
                $"A lab with the label {label} is up already: take another label, "
                + $"or end it with harness lab down --label {label}");
        }

        if (OperatingSystem.IsWindows())
            throw new LabException("The lab runs on Linux only");
        try
        {
            Remove();
            Directory.CreateDirectory(
                Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new LabException($"{Path} cannot be used: {fault.Message}", fault);
        }

        foreach (var (name, text) in GuestScripts.Agent)
            File.WriteAllText(System.IO.Path.Combine(Path, name), text);
        File.WriteAllText(System.IO.Path.Combine(Path, Keeper), GuestScripts.Read($"Runtimes/Uml/{Keeper}"));
    }

    /// <summary>Ends every process of the lab, and removes the directory.</summary>
    /// <exception cref="LabException">Something of it is still there.</exception>
    public async Task EndAsync(CancellationToken cancellation)
    {
        var ended = await Poll.UntilAsync(
            _ => Task.FromResult(TaggedProcesses.End(Path)),
            new Patience(_deadline, _interval, _time),
            cancellation);
        Remove();
        if (!ended)
            throw new LabException($"Processes with {Path} on their command line cannot be ended");
    }

    private void Remove()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }

    // The machine lays file systems of its own over /dev, /proc, /run and /sys, and would not see the scripts there.
    private static string Root()
    {
        var root = System.IO.Path.GetFullPath(System.IO.Path.GetTempPath()).TrimEnd('/');
        string[] hidden = ["/dev/", "/proc/", "/run/", "/sys/"];
        return hidden.Any($"{root}/".StartsWith) ? "/tmp" : root;
    }
}
