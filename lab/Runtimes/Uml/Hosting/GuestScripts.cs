using System.Reflection;

namespace Harness.Lab.Runtimes.Uml.Hosting;

/// <summary>The scripts that run inside the machine, and the one that keeps it.</summary>
internal static class GuestScripts
{
    private const string Folder = "Runtimes/Uml/Guest/";

    public static IReadOnlyList<(string Name, string Text)> All { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => (name[Folder.Length..], Read(name))),
    ];

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
