namespace Harness.Lab.Topology;

/// <summary>The topologies that come with the harness.</summary>
public static class BuiltInLabs
{
    /// <summary>The lab of a command that names none.</summary>
    public const string Default = "default";

    private const string Folder = "Topology/Labs/";
    private const string Ending = ".yaml";

    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(BuiltInLabs).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^Ending.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads one of them.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static LabTopology Load(string name) => TopologyFile.Parse(Text(name), name + Ending);

    /// <summary>The file of one of them, to start one's own from.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static string Text(string name)
    {
        using var stream = typeof(BuiltInLabs).Assembly.GetManifestResourceStream($"{Folder}{name}{Ending}")
            ?? throw new ArgumentException($"Expected one of {string.Join(", ", Names)}, found {name}", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
