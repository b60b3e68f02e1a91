using Harness.Lab.Wiring;

namespace Harness.Lab.Exports;

/// <summary>A form in which a lab can be handed to another tool.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="Description">What it is, in words.</param>
/// <param name="Main">The one file that tells of the whole lab; null where there is none.</param>
/// <param name="WithNodes">Whether it needs the files of the nodes beside it.</param>
public sealed record LabExport(string Name, string Description, Func<LabWiring, ExportedFile>? Main, bool WithNodes)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<LabExport> All { get; } =
    [
        new("containerlab", "a topology file for containerlab", ContainerlabExport.Of, WithNodes: true),
        new("containernet", "a Python script for Containernet", ContainernetExport.Of, WithNodes: true),
        new("compose", "a compose file with both coordinators and the harness", ComposeExport.Of, WithNodes: false),
        new("files", "what each node begins with, and the list of wires", null, WithNodes: true),
    ];

    /// <summary>All files of the export.</summary>
    public IReadOnlyList<ExportedFile> Files(LabWiring wiring) =>
        [.. Main is null ? [] : new[] { Main(wiring) }, .. WithNodes ? NodeFiles.Of(wiring) : []];
}
