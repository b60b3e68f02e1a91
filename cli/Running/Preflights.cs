using Harness.Features.Target;
using Harness.Features.Target.Preflight;
using Harness.Simulator;

namespace Harness.Cli.Running;

/// <summary>Looks whether a target is as its file says, before anything is certified.</summary>
internal static class Preflights
{
    /// <summary>Checks, and tells everything that was looked at.</summary>
    public static async Task<int> RunAsync(TargetFile target, Surroundings surroundings, CancellationToken stop)
    {
        var report = await CheckAsync(target, new Listener(surroundings.Output), surroundings, stop);
        await surroundings.Output.WriteLineAsync(report.Passed
            ? $"{target} is ready: harness certify --target {target.Lines.Source}"
            : $"{target} is not ready: mend {report.Errors.Count()} of the above");
        return report.Passed ? ExitCode.Certified : ExitCode.CouldNotRun;
    }

    /// <summary>Checks, and tells what stands in the way only.</summary>
    /// <exception cref="CannotRunException">The target is not as its file says.</exception>
    public static async Task DemandAsync(TargetFile target, Surroundings surroundings, CancellationToken stop)
    {
        var report = await CheckAsync(target, new Listener(TextWriter.Null), surroundings, stop);
        if (!report.Passed)
            throw new CannotRunException([.. report.Errors.Select(finding => $"{finding}")]);
    }

    private static async Task<PreflightReport> CheckAsync(
        TargetFile target,
        Listener listener,
        Surroundings surroundings,
        CancellationToken stop)
    {
        using var setup = PartnerSetup.Of(target, surroundings.Time);
        using var console = new OperatorConsole(surroundings);
        await using var partner = await StartAsync(target, setup, stop);
        return await PreflightRun.RunAsync(target, partner, console.Or(), surroundings.Time, listener, stop);
    }

    private static async Task<Partner> StartAsync(TargetFile target, PartnerSetup setup, CancellationToken stop)
    {
        try
        {
            return await Partner.StartAsync(setup.Options, stop);
        }
        catch (IOException cause)
        {
            throw new CannotRunException(
                $"{target.Lines.Of("partner.listen")}: expected the partner to listen on {target.Partner.Listen}, "
                + $"found: {cause.Message}; name another port, and the same one at the target");
        }
    }

    private sealed class Listener(TextWriter output) : IPreflightListener
    {
        public void Started(string check)
        {
        }

        public void Found(string check, Finding finding) => output.WriteLine($"{Word(finding.Severity)}  {finding}");

        public void Finished(string check, Severity gravest)
        {
            if (gravest == Severity.Ok)
                output.WriteLine($"ok       {check}");
        }

        private static string Word(Severity severity) => severity switch
        {
            Severity.Ok => "ok     ",
            Severity.Warning => "warning",
            _ => "error  ",
        };
    }
}
