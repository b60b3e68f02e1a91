using Harness.Certification.Bundles;
using Harness.Certification.Loading;
using Harness.Certification.Reports.Text;
using Harness.Certification.Running;
using Harness.Certification.Runs;
using Harness.Certification.Selecting;
using Harness.Certification.Text;
using Harness.Cli.Local;

namespace Harness.Cli.Running;

/// <summary>Shows a failure bundle, or runs its scenario again.</summary>
internal static class ReplayRun
{
    /// <summary>Does what was asked for.</summary>
    /// <exception cref="CannotRunException">Something that was given cannot be worked with.</exception>
    public static async Task<int> RunAsync(ReplayRequest request, Surroundings surroundings, CancellationToken stop)
    {
        if (request is { Target: not null, Embedded: true })
            throw new CannotRunException("--embedded: expected either it or --target, found both");
        var bundle = BundleJson.ReadFile(request.Bundle);
        if (request.Runs)
            return await ReplayAsync(request, bundle, surroundings, stop);
        foreach (var line in BundleText.Of(bundle))
            await surroundings.Output.WriteLineAsync(line);
        await surroundings.Output.WriteLineAsync(
            $"\nreplay it with: harness replay {request.Bundle} --target FILE --times N");
        return ExitCode.Certified;
    }

    private static async Task<int> ReplayAsync(
        ReplayRequest request,
        FailureBundle bundle,
        Surroundings surroundings,
        CancellationToken stop)
    {
        var suite = Suites.Load();
        var scenario = Replay.Find(suite, bundle) ?? throw new CannotRunException(Gone(suite, bundle));
        foreach (var difference in Replay.Differences(scenario, bundle, Tool.Name))
            await surroundings.Output.WriteLineAsync($"warning: {difference}");
        await using var embedded = request.Embedded
            ? await EmbeddedReference.StartAsync(slots: 1, surroundings.Time, stop)
            : null;
        var target = TargetFiles.Load(embedded?.TargetPath ?? request.Target!, surroundings);
        if (!request.Embedded)
            await Preflights.DemandAsync(target, surroundings, stop);
        await using var session = await TargetSession.OpenAsync(target, surroundings, stop);
        await surroundings.Output.WriteLineAsync(
            $"Replaying {scenario.Name} ({scenario.Id}) with seed {bundle.Options.Seed} against {target}");
        var outcome = await Replay.RunAsync(
            Suites.Ready(suite.Plan(Selection.Of(scenario.Id))),
            bundle,
            request.Times,
            session.Host,
            session.Options(bundle.Options.Command, bundle.Options.Seed, parallel: 1),
            new Lines(surroundings.Output, request.Times),
            stop);
        await surroundings.Output.WriteLineAsync($"{outcome}");
        if (outcome.Results.Count < request.Times)
            return ExitCode.CouldNotRun;
        return outcome.IsGood ? ExitCode.Certified : ExitCode.NotConformant;
    }

    private static string Gone(Suite suite, FailureBundle bundle)
    {
        var name = bundle.Scenario.Name;
        return $"expected the scenario \"{name}\" of the feature \"{bundle.Scenario.Feature}\" in this suite, "
            + $"found none{Nearest.Hint(name, suite.Scenarios.Select(it => it.Name))}; "
            + $"the bundle was written by {bundle.Tool}, this is {Tool.Name}";
    }

    /// <summary>A line for each time that it ran.</summary>
    private sealed class Lines(TextWriter output, int times) : IRunListener
    {
        private int _count;

        public void ScenarioFinished(ScenarioResult result, RunCounts counts) =>
            output.WriteLine($"  {++_count} of {times}  {TextSummary.Line(result)}");
    }
}
