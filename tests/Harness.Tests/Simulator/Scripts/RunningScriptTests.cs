using Harness.Protocol.Operations;
using Harness.Simulator.Behaviours;
using Harness.Simulator.Calling;
using Harness.Simulator.Scripts;
using NUnit.Framework;

namespace Harness.Tests.Simulator.Scripts;

public sealed class RunningScriptTests
{
    private static readonly Dictionary<string, string> NoValues = [];

    [Test]
    public async Task The_first_rule_that_matches_decides_until_the_script_ends()
    {
        await using var fixture = await PartnerFixture.StartAsync();
        using (RunningScript.On(fixture.Partner, Script([Rule(418, Occasions.Only(1)), Rule(419)]), NoValues))
        {
            Assert.That(await StatusAsync(fixture), Is.EqualTo(418));
            Assert.That(await StatusAsync(fixture), Is.EqualTo(419));
        }

        Assert.That(await StatusAsync(fixture), Is.EqualTo(200));
    }

    [Test]
    public async Task A_script_that_cannot_run_changes_nothing()
    {
        await using var fixture = await PartnerFixture.StartAsync();
        var parameters = new Dictionary<string, string?> { ["needed"] = null };

        Assert.That(
            () => RunningScript.On(fixture.Partner, Script([Rule(418)], parameters), NoValues),
            Throws.TypeOf<ScriptFaultException>().With.Message.Contains("parameter needed"));
        Assert.That(
            () => RunningScript.On(
                fixture.Partner, Script([Rule(418)]), new Dictionary<string, string> { ["other"] = "s3cret" }),
            Throws.TypeOf<ScriptFaultException>().With.Message.Contains("found other")
                .And.Message.Not.Contains("s3cret"));
        Assert.That(
            () => RunningScript.On(
                fixture.Partner,
                Script([Rule(418)]) with { Start = [new TargetCall(PublishedOperations.ListProviders)] },
                NoValues),
            Throws.TypeOf<ScriptFaultException>().With.Message.Contains("expected a target"));
        Assert.That(await StatusAsync(fixture), Is.EqualTo(200));
    }

    private static async Task<int> StatusAsync(PartnerFixture fixture) =>
        (await fixture.AsTarget.GetProviderAsync(PartnerFixture.Self)).Status;

    private static ScriptRule Rule(int status, Occasions? occasions = null) =>
        new(null, null, occasions ?? Occasions.Every, _ => Answer.Reply(status), CallsTarget: false);

    private static Script Script(
        IReadOnlyList<ScriptRule> rules, IReadOnlyDictionary<string, string?>? parameters = null) =>
        new("test", "Tests.", parameters ?? new Dictionary<string, string?>(), rules, []);
}
