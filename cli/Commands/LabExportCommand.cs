using System.CommandLine;
using Harness.Cli.Labs;
using Harness.Cli.Showing;
using Harness.Lab.Exports;
using Harness.Lab.Wiring;

namespace Harness.Cli.Commands;

/// <summary><c>harness lab export</c>: hands a lab to another tool.</summary>
internal static class LabExportCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var topology = LabCommand.Topology();
        var output = CommandOptions.Text(
            "--output", "DIR", "Where the files go; without it the main file goes to standard output");
        var command = new Command("export", "Writes a lab in the form of another tool.");
        foreach (var export in LabExport.All)
        {
            var form = new Command(export.Name, $"Writes {export.Description}.") { topology, output };
            form.SetAction(parsed => Write(
                surroundings,
                export,
                LabWiring.Of(LabTopologies.Load(parsed.GetValue(topology))),
                parsed.GetValue(output)));
            command.Add(form);
        }

        return command;
    }

    private static int Write(Surroundings surroundings, LabExport export, LabWiring wiring, string? output)
    {
        if (output is null)
        {
            surroundings.Output.Write(export.Main?.Invoke(wiring).Text ?? throw new CannotRunException(
                $"--output: expected a directory, for {export.Name} are many; found none"));
            return ExitCode.Certified;
        }

        var files = export.Files(wiring);
        foreach (var file in files)
            LabTopologies.Write(Path.Combine(output, file.Path), file.Text);
        surroundings.Output.WriteLine(Paths.Shown(Path.Combine(output, files[0].Path)));
        return ExitCode.Certified;
    }
}
