using Harness.Certification.Loading;
using Harness.Cli.Efficacy;
using Harness.Cli.Efficacy.Running;
using Harness.Features.Hosting;
using Harness.Tests.Features.Scenarios;
using NUnit.Framework;

namespace Harness.Tests.Cli.Efficacy;

/// <summary>A scenario that loses what decides its requirement is found out: its mutant survives.</summary>
public sealed class WeakenedSuiteTests
{
    [TestCase(
        "smaller-size-valid",
        """
            When the partner confirms a copy of the key with another connectionSizeMbps
            Then the key is not valid
            And the key as issued is still valid
        """,
        """
            When the partner confirms a copy of the key with another connectionSizeMbps
            Then the key as issued is still valid
        """)]
    [TestCase(
        "smaller-than-key-accepted",
        """
            When the partner creates the connection on interconnect A with the smallest size
            Then the request is refused
            And the state of the environment is as noted
            And the connection is accepted on interconnect A as it should have been
        """,
        """
            When the partner creates the connection on interconnect A with the smallest size
            Then the connection has the name of its path, or the request is refused
        """)]
    [TestCase(
        "refused-update-gives-back",
        """
            Then the request is refused with 409
            And the state of the environment is as noted
            And interconnect A has room for exactly what its connections leave
        """,
        """
            Then the request is refused with 409
            And the state of the environment is as noted
        """)]
    public async Task A_mutant_survives_a_scenario_without_its_deciding_steps(
        string name, string deciding, string weakened)
    {
        var mutant = MutantCatalogue.Of(ScenarioRuns.Suite.Catalogue).Single(mutant => mutant.Name == name);
        var changed = 0;
        var loaded = FeatureSuite.Load(file =>
        {
            var other = file with { Text = file.Text.Replace(Indented(deciding), Indented(weakened)) };
            changed += other == file ? 0 : 1;
            return other;
        });
        var trial = new Trial(
            ((Loaded<Suite>.Ready)loaded).Value, ScenarioRuns.Seed, slots: 2, TimeProvider.System);

        var result = await trial.RunAsync(mutant, ownOnly: true, CancellationToken.None);

        Assert.That(changed, Is.Positive, "the steps to take away are in no feature file");
        Assert.That(result.Outcome, Is.EqualTo(TrialOutcome.Survived), result.Killer?.Message);
        Assert.That(result.IsFinding, Is.True);
    }

    // The closing quotes of the texts above stand where a scenario begins.
    private static string Indented(string steps) =>
        string.Join('\n', steps.Split('\n').Select(line => $"    {line.TrimStart()}"));
}
