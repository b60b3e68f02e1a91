using System.Reflection;

namespace Harness.Certification.Loading;

/// <summary>A feature file.</summary>
/// <param name="Uri">Its path as errors and reports name it, with slashes.</param>
/// <param name="Text">What is in it.</param>
public sealed record FeatureFile(string Uri, string Text)
{
    private const string Extension = ".feature";

    /// <summary>Every feature file below a directory, in the order of their paths.</summary>
    /// <param name="directory">Where to look.</param>
    /// <param name="root">What the paths are relative to.</param>
    public static IReadOnlyList<FeatureFile> FromDirectory(string directory, string root) =>
        [.. Directory.EnumerateFiles(directory, $"*{Extension}", SearchOption.AllDirectories)
            .Select(path => new FeatureFile(
                Path.GetRelativePath(root, path).Replace('\\', '/'),
                File.ReadAllText(path)))
            .OrderBy(file => file.Uri, StringComparer.Ordinal)];

    /// <summary>
    /// Every feature file among an assembly's resources, in the order of their names. A resource's logical name is
    /// taken for its path.
    /// </summary>
    public static IReadOnlyList<FeatureFile> FromResources(Assembly assembly) =>
        [.. assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(Extension, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new FeatureFile(name.Replace('\\', '/'), ReadResource(assembly, name)))];

    private static string ReadResource(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} has no content");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
