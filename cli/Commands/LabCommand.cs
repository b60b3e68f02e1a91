using System.CommandLine;
using Harness.Cli.Labs;
using Harness.Lab.Runtimes;

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

    /// <summary>The option of what brings a lab up.</summary>
    public static Option<string?> Runtime(Surroundings surroundings) => CommandOptions.Word(
        "--runtime",
        [.. LabRuntimes.All(surroundings.Time).Select(one => one.Name)],
        "What routers are made of; the first that this machine can carry by default");

    /// <summary>The option that every command of the lab has.</summary>
    public static Option<string?> Topology() => CommandOptions.Text(
        "--topology", "NAME|FILE", $"Topology: {LabTopologies.Names}, or a file in YAML; default by default");
}
