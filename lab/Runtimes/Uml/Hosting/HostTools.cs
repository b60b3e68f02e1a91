namespace Harness.Lab.Runtimes.Uml.Hosting;

/// <summary>What the machine needs of the host's file system, and the package of Debian that brings it.</summary>
internal static class HostTools
{
    public const string Kernel = "/usr/bin/linux.uml";
    public const string Python = "/usr/bin/python3";
    private const string Modules = "/usr/lib/uml/modules";

    private static readonly (string Path, string Package)[] _tools =
    [
        (Kernel, "user-mode-linux"),
        (Python, "python3"),
        ("/usr/lib/frr/zebra", "frr"),
        ("/usr/lib/frr/bgpd", "frr"),
        ("/usr/lib/frr/bfdd", "frr"),
        ("/usr/bin/vtysh", "frr"),
        ("/sbin/ip", "iproute2"),
        ("/sbin/modprobe", "kmod"),
        ("/bin/ping", "iputils-ping"),
        ("/usr/bin/tcpdump", "tcpdump"),
    ];

    /// <summary>Looks for them.</summary>
    /// <param name="exists">Whether there is a file of that path.</param>
    public static Suitability Probe(Func<string, bool> exists)
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
        {
            return new Suitability(false, [], [
                new LabLack("expected 64-bit Linux, found another system", "run the lab on Linux")]);
        }

        var missing = _tools.Where(tool => !exists(tool.Path)).ToList();
        return new Suitability(
            missing.Count == 0,
            [.. _tools.Except(missing).Select(tool => tool.Path)],
            [.. missing.Select(tool => new LabLack(
                $"expected {tool.Path}, found none", $"apt-get install {tool.Package}"))]);
    }

    /// <summary>A directory in memory for the machine's memory, or null where there is none of that size.</summary>
    /// <param name="bytes">How much the machine may come to use.</param>
    public static string? MemoryDirectory(long bytes) =>
        File.ReadLines("/proc/mounts")
            .Select(line => line.Split(' '))
            .Where(mount => mount[2] == "tmpfs" && !mount[3].Split(',').Contains("noexec"))
            .Select(mount => mount[1])
            .FirstOrDefault(path => path is "/dev/shm" or "/tmp" && new DriveInfo(path).AvailableFreeSpace > bytes);

    /// <summary>Releases of the kernel that there are modules for.</summary>
    public static IReadOnlyList<string> Releases() =>
        Directory.Exists(Modules) ? [.. Directory.EnumerateDirectories(Modules).Select(p => Path.GetFileName(p))] : [];
}
