using System.Text.Json;
using Harness.Lab.Wiring;

namespace Harness.Lab.Exports;

/// <summary>Writes a lab as a script of Containernet.</summary>
public static class ContainernetExport
{
    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>The script.</summary>
    public static ExportedFile Of(LabWiring wiring)
    {
        var plan = NodeFiles.Plan(wiring);
        using var stream = typeof(ContainernetExport).Assembly.GetManifestResourceStream("Exports/containernet.py")
            ?? throw new InvalidOperationException("There is no template containernet.py.");
        using var reader = new StreamReader(stream);
        // JSON of texts and lists alone is Python, too.
        var script = reader.ReadToEnd()
            .Replace("\"{name}\"", Python(plan.Label), StringComparison.Ordinal)
            .Replace("\"{image}\"", Python(Images.Router), StringComparison.Ordinal)
            .Replace("\"{capabilities}\"", Python(Images.Capabilities), StringComparison.Ordinal)
            .Replace("\"{nodes}\"", Python(plan.Nodes.ToDictionary(it => it.Name, it => it.ContainerSysctls)),
                StringComparison.Ordinal)
            .Replace("\"{wires}\"", Python(plan.Links.Select(it => new[]
            {
                it.A.Node, it.A.Interface, it.A.Address, it.B.Node, it.B.Interface, it.B.Address,
            })), StringComparison.Ordinal);
        return new ExportedFile($"{plan.Label}.py", script);
    }

    private static string Python<T>(T value) => JsonSerializer.Serialize(value, _indented);
}
