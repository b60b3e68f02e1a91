using System.CommandLine;
using Harness.Cli.Commands;

namespace Harness.Cli;

/// <summary>The command <c>harness</c>: one list of its commands, one place where what goes wrong ends.</summary>
public static class HarnessCommand
{
    /// <summary>Parses and carries out a command line.</summary>
    /// <param name="arguments">Without the program's own name.</param>
    /// <param name="surroundings">Where it reads and writes.</param>
    /// <param name="stop">Asks it to end early.</param>
    /// <returns>One of the codes of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        Surroundings surroundings,
        CancellationToken stop)
    {
        var verbose = new Option<bool>("--verbose")
        {
            Description = "Say all that is known of a defect of the harness",
            Recursive = true,
        };
        var root = Root(surroundings, verbose);
        // Without the replacer of response files "@macsec" stays what it is: a tag.
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var wrong = CommandLineFaults.Of(parsed);
        if (wrong.Count > 0)
            return await Faults.TellAsync(surroundings, wrong);
        var invocation = new InvocationConfiguration
        {
            Output = surroundings.Output,
            Error = surroundings.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await parsed.InvokeAsync(invocation, stop);
        }
        catch (Exception fault)
        {
            return await Faults.TellAsync(surroundings, fault, parsed.GetValue(verbose), stop);
        }
    }

    private static RootCommand Root(Surroundings surroundings, Option<bool> verbose) => new(
        "Certifies implementations of the Connection Coordinator API.")
    {
        CertifyCommand.Create(surroundings),
        RaceCommand.Create(surroundings),
        ServeCommand.Create(surroundings),
        LifeCommand.Create(surroundings),
        SimulateCommand.Create(surroundings),
        PreflightCommand.Create(surroundings),
        InitCommand.Create(surroundings),
        ReportCommand.Create(surroundings),
        ReplayCommand.Create(surroundings),
        RequirementsCommand.Create(surroundings),
        EfficacyCommand.Create(surroundings),
        LabCommand.Create(surroundings),
        verbose,
    };
}
