using Harness.Certification.Reports;
using Harness.Certification.Verdicts;
using Harness.Lab.Runtimes;
using Harness.Lab.Topology;
using Harness.Reference.Store;
using Harness.Reference.Testbed;
using Harness.Simulator.Calling;

namespace Harness.Cli;

/// <summary>The one place where what went wrong becomes lines on standard error and an exit code.</summary>
internal static class Faults
{
    /// <summary>Tells what has to be mended.</summary>
    public static async Task<int> TellAsync(Surroundings surroundings, IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
            await surroundings.Error.WriteLineAsync(line);
        return ExitCode.CouldNotRun;
    }

    /// <summary>Tells what an exception says to the person at the keyboard; never its stack, unless asked to.</summary>
    public static async Task<int> TellAsync(
        Surroundings surroundings,
        Exception fault,
        bool verbose,
        CancellationToken stop)
    {
        IReadOnlyList<string> lines = fault switch
        {
            CannotRunException cannot => cannot.Lines,
            TestbedException testbed => testbed.Problems,
            LabException lab => lab.Message.Split('\n'),
            TopologyException topology => [.. topology.Faults.Select(it => $"{it}")],
            ReportException or StoreException or ScriptFaultException => [fault.Message],
            BlameException { Blame: not Blame.Harness } => [fault.Message],
            OperationCanceledException when stop.IsCancellationRequested => ["Stopped before its end"],
            _ => Defect(fault, verbose),
        };
        return await TellAsync(surroundings, lines);
    }

    private static List<string> Defect(Exception fault, bool verbose)
    {
        var message = fault.Message.ReplaceLineEndings(" ");
        var advice = verbose ? "please report it with all of this" : "please report it with what --verbose says";
        var line = $"A defect of the harness: {fault.GetType().Name}: {message}; {advice}";
        return verbose ? [line, fault.ToString()] : [line];
    }
}
