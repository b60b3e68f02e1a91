using System.Reflection;

namespace Harness.Lab.Runtimes.Agents;

/// <summary>The scripts that come with the harness and run where the nodes are.</summary>
internal static class GuestScripts
{
    private const string Folder = "Runtimes/Agents/Guest/";

    /// <summary>Name of the agent's script among <see cref="Agent"/>.</summary>
    public const string AgentName = "agent.py";

    /// <summary>The agent, and what it is made of: all in one directory.</summary>
    public static IReadOnlyList<(string Name, string Text)> Agent { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => (name[Folder.Length..], Read(name))),
    ];

    /// <summary>Reads a script.</summary>
    /// <param name="name">Its path within the lab's sources.</param>
    public static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
