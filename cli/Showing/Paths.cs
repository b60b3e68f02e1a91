namespace Harness.Cli.Showing;

/// <summary>Paths as a person wants to read and copy them.</summary>
internal static class Paths
{
    /// <summary>From the current directory where the path is below it, otherwise whole.</summary>
    public static string Shown(string path)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? Path.GetFullPath(path) : relative;
    }
}
