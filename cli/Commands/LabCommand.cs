using System.CommandLine;
using Harness.Cli.Labs;

namespace Harness.Cli.Commands;

/// <summary><c>harness lab</c>: the router lab.</summary>
internal static class LabCommand
{
    /// <summary>Label of a lab that was given none.</summary>
    public const string Label = "lab";

    public static Command Create(Surroundings surroundings) => new("lab", "The router lab.")
    {
        LabUpCommand.Create(surroundings),
        LabDownCommand.Create(surroundings),
        LabGraphCommand.Create(surroundings),
        LabExportCommand.Create(surroundings),
        LabCertifyCommand.Create(surroundings),
    };

    /// <summary>The option that every command of the lab has.</summary>
    public static Option<string?> Topology() => CommandOptions.Text(
        "--topology", "NAME|FILE", $"Topology: {LabTopologies.Names}, or a file in YAML; default by default");
}
