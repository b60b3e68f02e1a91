using Harness.Certification.Bundles;
using Harness.Certification.Reports.Json;
using Harness.Certification.Verdicts;
using Harness.Tests.Certification.Reports;
using NUnit.Framework;

namespace Harness.Tests.Cli;

public sealed class ReplayCommandTests
{
    [Test]
    public async Task Without_a_target_the_bundle_is_shown()
    {
        using var directory = new TemporaryDirectory();
        var bundle = BundleFiles.WriteAll(SampleRuns.NotConformant(), directory.Path)[0];

        var result = await Invocation.RunAsync("replay", bundle);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(result.Output, Does.StartWith("failed  The scenario fail:1"));
            Assert.That(result.Output.TrimEnd(), Does.EndWith($"harness replay {bundle} --target FILE --times N"));
        }
    }

    [Test]
    public async Task A_failure_that_does_not_come_again_is_told_as_such()
    {
        using var directory = new TemporaryDirectory();
        var bundle = await FailedAsync(directory, it => it);

        var result = await Invocation.RunAsync("replay", bundle, "--embedded", "--times", "2");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error + result.Output);
            Assert.That(result.Output, Does.Not.Contain("warning"));
            Assert.That(result.Output, Does.Contain("with seed 4711 against reference coordinator"));
            Assert.That(result.Output.TrimEnd(), Does.EndWith("reproduced 0 of 2; 2 passed"));
        }
    }

    [Test]
    public async Task Another_version_is_told_and_so_is_a_scenario_that_is_gone()
    {
        using var directory = new TemporaryDirectory();
        var gone = await FailedAsync(directory, it => it with
        {
            Tool = "harness 0.0.1",
            Scenario = it.Scenario with { Name = "Gone" },
        });

        var result = await Invocation.RunAsync("replay", gone, "--embedded");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(2));
            Assert.That(result.ErrorLines, Has.Count.EqualTo(1));
            Assert.That(result.Error, Does.StartWith("expected the scenario \"Gone\" of the feature \"")
                .And.Contain("written by harness 0.0.1"));
        }
    }

    [TestCase("", "expected a recorded failure bundle, found an empty file")]
    [TestCase("not JSON at all", "expected a failure bundle recorded as harness-failure/2")]
    [TestCase("{\"format\": \"harness-run/3\"}", "recorded as harness-failure/2, found 'harness-run/3'")]
    [TestCase("{\"format\": \"harness-failure/2\", \"tool\": 7}", "tool")]
    public async Task What_is_no_bundle_is_refused_in_a_line(string text, string says)
    {
        using var directory = new TemporaryDirectory();
        var path = directory.Write("x.bundle.json", text);

        await RefusedAsync(says, path);
    }

    [Test]
    public async Task A_file_that_is_not_there_is_refused_in_a_line() =>
        await RefusedAsync("cannot be read", "/no/such/x.bundle.json");

    [Test]
    public async Task A_file_that_is_too_large_for_a_bundle_is_refused_before_it_is_read()
    {
        using var directory = new TemporaryDirectory();
        var path = directory.Write("x.bundle.json", "");
        await using (var file = File.OpenWrite(path))
            file.SetLength(BundleJson.MostBytes + 1);

        await RefusedAsync("at most 268435456 bytes, found 268435457", path);
    }

    [Test]
    public async Task A_target_and_the_reference_at_once_are_refused()
    {
        using var directory = new TemporaryDirectory();
        var bundle = BundleFiles.WriteAll(SampleRuns.NotConformant(), directory.Path)[0];

        await RefusedAsync("either it or --target", bundle, "--target", "target.yaml", "--embedded");
    }

    private static async Task RefusedAsync(string says, params string[] arguments)
    {
        var result = await Invocation.RunAsync(["replay", .. arguments]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(2));
            Assert.That(result.ErrorLines, Has.Count.EqualTo(1));
            Assert.That(result.Error, Does.Contain(says));
        }
    }

    // As if a scenario that passes had failed.
    private static async Task<string> FailedAsync(
        TemporaryDirectory directory,
        Func<FailureBundle, FailureBundle> change)
    {
        await Invocation.RunAsync("certify", "--only", "PRV-01", "--quiet", "--output", directory["reports"]);
        var run = RunJson.ReadFile(directory[Path.Combine("reports", "run.json")]);
        var failed = run.Scenarios[0] with { Verdict = Verdict.Fail };
        var path = directory["failed.bundle.json"];
        await using var file = File.Create(path);
        BundleJson.Write(change(FailureBundle.Of(run, failed)), file);
        return path;
    }
}
