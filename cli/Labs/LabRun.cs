using Harness.Certification.Bundles;
using Harness.Certification.Reports;
using Harness.Certification.Running;
using Harness.Certification.Runs;
using Harness.Cli.Running;
using Harness.Features.Hosting;
using Harness.Features.Labs;
using Harness.Lab.Pictures;
using Harness.Lab.Routers;
using Harness.Lab.Runtimes;
using Harness.Lab.Wiring;

namespace Harness.Cli.Labs;

/// <summary>Runs the lab's scenarios: brings the lab and its coordinators up, certifies, takes them down.</summary>
internal static class LabRun
{
    // A scenario waits for routers several times, and for 20,000 packets.
    private static readonly TimeSpan ScenarioDeadline = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan StepDeadline = TimeSpan.FromMinutes(5);

    /// <summary>Certifies, writes the reports and shows the outcome.</summary>
    /// <exception cref="CannotRunException">The lab cannot be brought up; says what is missing.</exception>
    public static async Task<int> RunAsync(
        LabRunRequest request, Surroundings surroundings, CancellationToken stop)
    {
        OutputDirectory.Demand(request.Output);
        var run = await CarryOutAsync(request, surroundings, stop);
        var reports = ReportWriter.WriteAll(run, request.Output, ReportFormat.All);
        var bundles = BundleFiles.WriteAll(run, request.Output);
        await Outcome.ShowAsync(run, reports, bundles, request.Display, surroundings);
        return CertificationRun.ExitCodeOf(run.Verdict);
    }

    /// <summary>Certifies; nothing is written and nothing but progress is shown.</summary>
    /// <exception cref="CannotRunException">The lab cannot be brought up; says what is missing.</exception>
    public static async Task<Run> CarryOutAsync(
        LabRunRequest request, Surroundings surroundings, CancellationToken stop)
    {
        var suite = Suites.Ready(FeatureSuite.LoadLab());
        var plan = Suites.Ready(suite.Plan(request.Selection));
        try
        {
            var progress = request.Display == Display.Progress ? surroundings.Output : TextWriter.Null;
            await using var bench = await LabBringUp.UpAsync(
                request.Topology, request.Runtime, SetupOf(request), progress, surroundings, stop);
            var options = new RunOptions(
                Tool.Name,
                new TargetDescription(
                    request.Simulated
                        ? "Reference coordinator and simulated partner on a router lab"
                        : "Reference coordinators on a router lab",
                    "lab:" + request.Topology.Name,
                    [.. Facts(bench)],
                    [PictureOf(bench.Wiring)]),
                request.Command,
                request.Seed,
                Parallel: 1,
                surroundings.Time)
            {
                Deadlines = Deadlines.Default with
                {
                    Scenario = ScenarioDeadline,
                    Step = StepDeadline,
                    CleanUp = StepDeadline,
                },
            };
            return await Watching.RunAsync(
                listener => Runner.RunAsync(plan, new LabHost(bench), options, listener, stop),
                request.Display,
                asks: false,
                surroundings);
        }
        catch (LabException cause)
        {
            throw new CannotRunException([.. cause.Message.Split('\n')]);
        }
    }

    private static LabPairSetup SetupOf(LabRunRequest request) =>
        new() { Simulated = request.Simulated, Seed = request.Seed, Alter = request.Alter };

    private static IEnumerable<Fact> Facts(LabBench bench)
    {
        yield return new Fact("topology", bench.Wiring.Topology.Name);
        foreach (var found in bench.Running.Suitability.Found)
            yield return new Fact("runtime", found);
        foreach (var note in RouterAbilities.Of(bench.Running.Suitability).Notes)
            yield return new Fact("stands in", note);
    }

    private static Figure PictureOf(LabWiring wiring) => new(
        "The lab", LabPicture.Of(wiring), $"The lab {wiring.Topology.Name}: {LabPicture.Describe(wiring)}");
}
