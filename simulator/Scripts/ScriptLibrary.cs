using System.Reflection;

namespace Harness.Simulator.Scripts;

/// <summary>Scripts for the classic misbehaviours, ready to be used by name.</summary>
public static class ScriptLibrary
{
    private const string Prefix = "scripts/";
    private const string Ending = ".yaml";

    private static readonly Assembly _assembly = typeof(ScriptLibrary).Assembly;

    /// <summary>All names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. _assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Ending.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A script's text in YAML; null where there is none of that name.</summary>
    public static string? Find(string name)
    {
        using var stream = _assembly.GetManifestResourceStream($"{Prefix}{name}{Ending}");
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
