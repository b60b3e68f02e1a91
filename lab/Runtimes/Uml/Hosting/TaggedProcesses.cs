using System.Diagnostics;

namespace Harness.Lab.Runtimes.Uml.Hosting;

/// <summary>Processes of this machine with a lab's directory on their command line.</summary>
internal static class TaggedProcesses
{
    /// <summary>Their ids; those that have ended and only wait to be collected are not among them.</summary>
    public static IReadOnlyList<int> Of(string directory) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), out var id) ? id : 0)
            .Where(id => id > 0 && IsTagged(id, directory)),
    ];

    /// <summary>Kills them.</summary>
    /// <returns>Whether there were none any more.</returns>
    public static bool End(string directory)
    {
        var found = Of(directory);
        foreach (var id in found)
            Kill(id);
        return found.Count == 0;
    }

    private static bool IsTagged(int id, string directory)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Split('\0')
                .Any(word => word == directory || word.Contains($"{directory}/", StringComparison.Ordinal));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It ended while it was looked at, or is none of this user's.
            return false;
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException)
        {
            // It ended by itself, which is as good.
            return;
        }
    }
}
