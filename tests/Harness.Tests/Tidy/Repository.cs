namespace Harness.Tests.Tidy;

/// <summary>The source tree that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] _built = ["bin", "obj", "out", "TestResults", "node_modules"];

    /// <summary>The directory that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every C# and feature file, relative to the root and with slashes, without what a build makes.</summary>
    public static IEnumerable<string> Sources() =>
        Directories(Root)
            .SelectMany(directory => Directory.EnumerateFiles(directory))
            .Where(path => Path.GetExtension(path) is ".cs" or ".feature")
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Directories(string directory) =>
        Directory.EnumerateDirectories(directory)
            .Where(one => !_built.Contains(Path.GetFileName(one)) && !Path.GetFileName(one).StartsWith('.'))
            .SelectMany(Directories)
            .Prepend(directory);

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Harness.sln")))
                return at.FullName;
        }

        throw new InvalidOperationException(
            $"Expected Harness.sln in a directory above {AppContext.BaseDirectory}, found none. " +
            "Run the tests from a clone.");
    }
}
