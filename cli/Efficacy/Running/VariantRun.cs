using Harness.Certification.Loading;
using Harness.Certification.Running;
using Harness.Certification.Selecting;
using Harness.Cli.Commands;
using Harness.Cli.Efficacy.Variants;
using Harness.Cli.Local;
using Harness.Cli.Running;

namespace Harness.Cli.Efficacy.Running;

/// <summary>Certifies correct implementations that differ from the reference: none may be found fault with.</summary>
internal static class VariantRun
{
    private const int Slots = 4;

    /// <summary>Every variant.</summary>
    public static IReadOnlyList<Variant> Variants { get; } =
        [.. ReadingVariants.All, .. FreedomVariants.All, .. NegotiatorVariants.All];

    /// <summary>Runs the whole suite against each, one after the other, and tells the false alarms.</summary>
    /// <param name="only">Names of variants; empty for all.</param>
    /// <param name="seed">Seeds all test data.</param>
    /// <param name="surroundings">Where it is told.</param>
    /// <param name="stop">Gives it up.</param>
    /// <exception cref="CannotRunException">There is no variant of a name.</exception>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> only, int seed, Surroundings surroundings, CancellationToken stop)
    {
        var names = Variants.Select(variant => variant.Name).ToList();
        if (only.FirstOrDefault(name => !names.Contains(name)) is { } unknown)
            throw new CannotRunException(CommandOptions.Unknown("--only", unknown, names));
        var suite = Suites.Load();
        var output = surroundings.Output;
        var alarms = 0;
        var chosen = Variants.Where(variant => only.Count == 0 || only.Contains(variant.Name)).ToList();
        foreach (var variant in chosen)
        {
            var result = await CertifyAsync(suite, variant, [], seed, surroundings.Time, stop);
            var word = result is { Alarms: [], ShowsItsReading: true } ? "no alarm" : "ALARM";
            await output.WriteLineAsync(
                $"{word,-8}  {variant.Name}  {result.Run.Scenarios.Count} scenarios  {variant.Difference}");
            foreach (var alarm in result.Alarms)
                await output.WriteLineAsync($"  {alarm.Id}: {alarm.Message}");
            if (!result.ShowsItsReading)
                await output.WriteLineAsync($"  the report does not show \"{variant.Reading}\"");
            alarms += word == "ALARM" ? 1 : 0;
        }

        await output.WriteLineAsync($"{chosen.Count - alarms} of {chosen.Count} variants certified without alarm");
        return alarms == 0 ? ExitCode.Certified : ExitCode.NotConformant;
    }

    /// <summary>Runs scenarios against a variant.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="variant">The implementation.</param>
    /// <param name="only">Requirements whose scenarios to run; empty for all.</param>
    /// <param name="seed">Seeds all test data.</param>
    /// <param name="time">Real time.</param>
    /// <param name="stop">Gives it up.</param>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public static async Task<VariantResult> CertifyAsync(
        Suite suite,
        Variant variant,
        IReadOnlyList<string> only,
        int seed,
        TimeProvider time,
        CancellationToken stop)
    {
        var plan = Suites.Ready(suite.Plan(new Selection(null, only, [])));
        await using var target = await EmbeddedTarget.StartAsync(Slots, time, stop, variant.Alter);
        var run = await target.RunAsync(plan, seed, new SilentListener(), stop);
        stop.ThrowIfCancellationRequested();
        return new VariantResult(variant, run);
    }
}
