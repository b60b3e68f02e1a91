using Harness.Certification.Loading;
using Harness.Certification.Planning;
using Harness.Certification.Running;
using Harness.Certification.Runs;
using Harness.Certification.Selecting;
using Harness.Cli.Local;
using Harness.Features.Hosting;

namespace Harness.Tests.Features.Scenarios;

/// <summary>Runs scenarios of the suite against an embedded reference.</summary>
internal static class ScenarioRuns
{
    public const int Slots = 4;
    public const int Seed = 1;
    private static readonly Lazy<Suite> Loaded = new(() => ((Loaded<Suite>.Ready)FeatureSuite.Load()).Value);

    public static Suite Suite => Loaded.Value;

    public static Task<EmbeddedTarget> StartAsync(Alteration? alter = null) =>
        EmbeddedTarget.StartAsync(Slots, TimeProvider.System, CancellationToken.None, alter);

    public static Task<Run> RunAsync(EmbeddedTarget target, Selection selection) => target.RunAsync(
        ((Loaded<Plan>.Ready)Suite.Plan(selection)).Value, Seed, new SilentListener(), CancellationToken.None);
}
