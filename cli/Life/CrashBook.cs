using System.Text;

namespace Harness.Cli.Life;

/// <summary>
/// The steps at which a process has been killed already, in a file that outlives it: each is a line such as
/// <c>NotifyConnectionStatus recorded</c>.
/// </summary>
/// <param name="path">The file; it is made where it is missing.</param>
internal sealed class CrashBook(string path)
{
    private readonly Lock gate = new();
    private readonly HashSet<string> entered = [.. Read(path)];

    /// <summary>The steps in a file, in the order in which they were reached.</summary>
    public static IReadOnlyList<string> Read(string path) =>
        File.Exists(path) ? [.. File.ReadLines(path).Where(line => line.Length > 0)] : [];

    /// <summary>Enters a step; false where it had been entered before. It is on the disk when this returns.</summary>
    public bool Enter(string step)
    {
        lock (gate)
        {
            if (!entered.Add(step))
                return false;
            using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
            file.Write(Encoding.UTF8.GetBytes(step + "\n"));
            file.Flush(flushToDisk: true);
            return true;
        }
    }
}
