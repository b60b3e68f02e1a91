using Harness.Lab.Topology;

namespace Harness.Cli.Labs;

/// <summary>Topologies as the command line names them.</summary>
internal static class LabTopologies
{
    /// <summary>Those that come with the harness, in words.</summary>
    public static string Names => string.Join(", ", BuiltInLabs.Names);

    /// <summary>Reads a topology.</summary>
    /// <param name="nameOrFile">The name of a built-in one, or the path of a file; null for the default.</param>
    /// <exception cref="TopologyException">No lab can be built from the file.</exception>
    public static LabTopology Load(string? nameOrFile)
    {
        var asked = nameOrFile ?? BuiltInLabs.Default;
        return BuiltInLabs.Names.Contains(asked) ? BuiltInLabs.Load(asked) : TopologyFile.Load(asked);
    }

    /// <summary>Writes a file, and the directory that it is in.</summary>
    /// <exception cref="CannotRunException">It cannot be written.</exception>
    public static void Write(string path, string text)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } directory)
                Directory.CreateDirectory(directory);
            File.WriteAllText(path, text);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CannotRunException($"{path}: expected a file that can be written, found: {cause.Message}");
        }
    }
}
