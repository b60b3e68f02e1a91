using Harness.Certification.Bundles;
using Harness.Certification.Planning;
using Harness.Certification.Reports;
using Harness.Certification.Running;
using Harness.Certification.Runs;
using Harness.Certification.Waivers;
using Harness.Cli.Local;
using Harness.Features.Target;

namespace Harness.Cli.Running;

/// <summary>One certification from its inputs to its exit code.</summary>
internal static class CertificationRun
{
    /// <summary>Certifies, writes the reports and shows the outcome.</summary>
    /// <exception cref="CannotRunException">Something that was given cannot be worked with.</exception>
    public static async Task<int> RunAsync(
        CertifyRequest request,
        Surroundings surroundings,
        CancellationToken stop)
    {
        OutputDirectory.Demand(request.Output);
        if (request.Repeat > 1)
            return await RepeatedRun.RunAsync(request, surroundings, stop);
        var run = await CarryOutAsync(request, surroundings, stop);
        var reports = ReportWriter.WriteAll(run, request.Output, ReportFormat.All);
        var bundles = BundleFiles.WriteAll(run, request.Output);
        await Outcome.ShowAsync(run, reports, bundles, request.Display, surroundings);
        return ExitCodeOf(run.Verdict);
    }

    /// <summary>Certifies once; nothing is written and nothing but progress is shown.</summary>
    /// <exception cref="CannotRunException">Something that was given cannot be worked with.</exception>
    public static async Task<Run> CarryOutAsync(
        CertifyRequest request,
        Surroundings surroundings,
        CancellationToken stop)
    {
        var suite = Suites.Load();
        var plan = Suites.Ready(suite.Plan(request.Ordered));
        var waivers = request.Waivers is { } path
            ? Suites.Ready(WaiverFile.Load(path, TextFiles.Read(path, "a file of waivers"), suite.Catalogue))
            : [];
        await using var embedded = request.Target is null
            ? await EmbeddedReference.StartAsync(request.Parallel, surroundings.Time, stop)
            : null;
        var target = TargetFiles.Load(embedded?.TargetPath ?? request.Target!, surroundings);
        if (request.Target is not null)
            await Preflights.DemandAsync(target, surroundings, stop);
        return await RunAsync(request, plan, target, waivers, surroundings, stop);
    }

    /// <summary>What the outcome of a run says to whoever started it.</summary>
    public static int ExitCodeOf(RunVerdict verdict) => verdict switch
    {
        RunVerdict.Certified or RunVerdict.PartialPass => ExitCode.Certified,
        RunVerdict.NotConformant or RunVerdict.Incomplete => ExitCode.NotConformant,
        _ => ExitCode.CouldNotRun,
    };

    private static async Task<Run> RunAsync(
        CertifyRequest request,
        Plan plan,
        TargetFile target,
        IReadOnlyList<Waiver> waivers,
        Surroundings surroundings,
        CancellationToken stop)
    {
        await using var session = await TargetSession.OpenAsync(target, surroundings, stop);
        var options = session.Options(request.Command, request.Seed, request.Parallel) with { Waivers = waivers };
        return await Watching.RunAsync(
            listener => Runner.RunAsync(plan, session.Host, options, listener, stop),
            request.Display,
            OperatorConsole.IsNeeded(target),
            surroundings);
    }
}
