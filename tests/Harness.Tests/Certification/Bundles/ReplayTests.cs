using Harness.Certification.Bundles;
using Harness.Certification.Checks;
using Harness.Certification.Evidence;
using Harness.Certification.Running;
using Harness.Certification.Runs;
using Harness.Certification.Selecting;
using Harness.Certification.Verdicts;
using NUnit.Framework;

namespace Harness.Tests.Certification.Bundles;

public sealed class ReplayTests
{
    private const string Feature = """
        Feature: Racing
          @COM-01
          Scenario: It holds
            When do nothing
            Then do check
        """;

    [Test]
    public async Task It_says_how_often_the_same_failure_came_again()
    {
        var times = 0;
        var script = new Script();
        script["check"] = _ => times++ % 3 == 0 ? throw Failed() : Task.CompletedTask;
        var bundle = await BundleAsync(script);

        var outcome = await ReplayAsync(script, bundle, times: 9);

        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{outcome}", Is.EqualTo("reproduced 3 of 9; 6 passed"));
            Assert.That(outcome.IsGood, Is.False);
        }
    }

    [Test]
    public async Task Another_verdict_or_another_step_is_another_failure()
    {
        var script = Script.Throwing("check", Failed);
        var bundle = await BundleAsync(script);
        var times = 0;
        script["check"] = _ => throw new Harness.Certification.Verdicts.InconclusiveException("too little overlapped");
        script["nothing"] = _ => times++ == 0 ? throw Failed() : Task.CompletedTask;

        var outcome = await ReplayAsync(script, bundle, times: 2);

        Assert.That($"{outcome}", Is.EqualTo("reproduced 0 of 2; 2 ended otherwise"));
    }

    [Test]
    public async Task Every_time_has_the_seed_of_the_bundle()
    {
        var seeds = new List<int>();
        var script = new Script();
        script["check"] = context =>
        {
            seeds.Add(context.Seed);
            throw Failed();
        };
        var bundle = await BundleAsync(script);

        await ReplayAsync(script, bundle, times: 2);

        Assert.That(seeds, Has.Count.EqualTo(3).And.All.EqualTo(seeds[0]));
    }

    [Test]
    public async Task A_stop_leaves_out_what_did_not_run_to_its_end()
    {
        using var stop = new CancellationTokenSource();
        var script = Script.Throwing("check", Failed);
        var bundle = await BundleAsync(script);
        var times = 0;
        script["check"] = _ =>
        {
            if (++times == 2)
                stop.Cancel();
            throw Failed();
        };

        var outcome = await ReplayAsync(script, bundle, times: 5, stop.Token);

        Assert.That($"{outcome}", Is.EqualTo("reproduced 1 of 5; 4 not run"));
    }

    [Test]
    public async Task What_is_as_it_was_has_no_differences()
    {
        var bundle = await BundleAsync(Script.Throwing("check", Failed));
        var scenario = Replay.Find(TestSuite.Of(Feature), bundle)!;

        Assert.That(Replay.Differences(scenario, bundle, bundle.Tool), Is.Empty);
    }

    [Test]
    public async Task Another_version_and_another_text_are_told_with_the_step()
    {
        var bundle = await BundleAsync(Script.Throwing("check", Failed));
        var suite = TestSuite.Of($"# moved by a line\n{Feature.Replace("Then do check", "Then do better")}");

        var differences = Replay.Differences(Replay.Find(suite, bundle)!, bundle, "harness 9");

        Assert.That(differences, Is.EqualTo(
        [
            "the bundle was written by harness test, this is harness 9",
            "the scenario's text is another one from step 2 on: \"Then do check\" in the bundle, "
                + "\"Then do better\" here",
        ]));
    }

    [Test]
    public async Task A_scenario_that_is_gone_is_not_found()
    {
        var bundle = await BundleAsync(Script.Throwing("check", Failed));

        Assert.That(Replay.Find(TestSuite.Of(Feature.Replace("It holds", "It held")), bundle), Is.Null);
    }

    [Test]
    public async Task No_secret_of_the_scenario_is_in_its_bundle()
    {
        const string Secret = "correct-horse-battery";
        var script = new Script();
        script["check"] = context =>
        {
            context.Evidence.Redactor.Learn(Secret);
            context.Note($"a note of {Secret}");
            context.Show(new Figure(Secret, $"<svg><text>{Secret}</text></svg>", Secret));
            context.Evidence.Begin(Direction.FromTarget, "partner", "Ask", new HttpRequestRecord(
                "PUT",
                $"https://partner.test/keys?cak={Secret}",
                [new Fact("Authorization", $"Bearer {Secret}")],
                $$"""{"cak":"{{Secret}}"}""")).Complete(200, [new Fact("x-key", Secret)], Secret);
            throw new CheckFailedException("the key", Secret, $"not {Secret}");
        };

        var bundle = await BundleAsync(script);

        using var stream = new MemoryStream();
        BundleJson.Write(bundle, stream);
        var json = System.Text.Encoding.UTF8.GetString(stream.ToArray());
        Assert.That(json, Does.Contain(Redactor.Mark).And.Not.Contain(Secret));
        Assert.That(string.Concat(BundleText.Of(bundle)), Does.Not.Contain(Secret));
    }

    private static CheckFailedException Failed() => new("the answers", "some order of them", "none");

    private static async Task<FailureBundle> BundleAsync(Script script)
    {
        var run = await new TestHost(script).RunAsync(TestSuite.PlanOf(Feature));
        Assert.That(run.Scenarios.Single().Verdict, Is.EqualTo(Verdict.Fail));
        return FailureBundle.Of(run, run.Scenarios.Single());
    }

    private static Task<ReplayOutcome> ReplayAsync(
        Script script,
        FailureBundle bundle,
        int times,
        CancellationToken stop = default)
    {
        var suite = TestSuite.Of(Feature);
        var plan = TestSuite.Ready(suite.Plan(Selection.Of(Replay.Find(suite, bundle)!.Id)));
        var options = new RunOptions(
            "harness test", bundle.Target, "harness replay", Seed: 99, Parallel: 4, TimeProvider.System);
        return Replay.RunAsync(plan, bundle, times, new TestHost(script), options, new SilentListener(), stop);
    }
}
