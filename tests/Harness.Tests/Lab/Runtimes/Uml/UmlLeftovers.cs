using Harness.Lab.Runtimes.Uml.Hosting;

namespace Harness.Tests.Lab.Runtimes.Uml;

/// <summary>What is on this machine of a lab on user-mode-linux.</summary>
internal static class UmlLeftovers
{
    public static IReadOnlyList<string> Of(string label)
    {
        var directory = LabDirectory.Of(label, TimeProvider.System).Path;
        return
        [
            .. TaggedProcesses.Of(directory).Select(id => $"process {id}"),
            .. Directory.Exists(directory) ? [directory] : Array.Empty<string>(),
        ];
    }
}
