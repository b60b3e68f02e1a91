using Harness.Certification.Bundles;
using Harness.Certification.Verdicts;
using Harness.Tests.Certification.Reports;
using Harness.Tests.Cli;
using NUnit.Framework;

namespace Harness.Tests.Certification.Bundles;

public sealed class BundleFilesTests
{
    [Test]
    public void What_did_not_pass_has_a_bundle_and_nothing_else_has()
    {
        using var directory = new TemporaryDirectory();

        var paths = BundleFiles.WriteAll(SampleRuns.NotConformant(), directory.Path);

        Assert.That(paths.Select(Path.GetFileName), Is.EqualTo(
        [
            "fail-1.bundle.json", "waived-1.bundle.json", "warn-1.bundle.json", "error-1.bundle.json",
            "inconclusive-1.bundle.json",
        ]));
        Assert.That(Directory.GetFiles(directory["failures"]), Is.EquivalentTo(paths));
    }

    [Test]
    public void A_certified_run_leaves_not_even_a_directory()
    {
        using var directory = new TemporaryDirectory();

        Assert.That(BundleFiles.WriteAll(SampleRuns.Certified(), directory.Path), Is.Empty);
        Assert.That(directory["failures"], Does.Not.Exist);
    }

    [Test]
    public void Of_too_many_the_gravest_are_written()
    {
        using var directory = new TemporaryDirectory();
        var warned = Enumerable.Range(1, BundleFiles.Most).Select(at => Sample.Scenario($"w:{at}", Verdict.Warn));
        var run = Sample.Run([], [.. warned, Sample.Scenario("f:1", Verdict.Fail)]);

        var paths = BundleFiles.WriteAll(run, directory.Path);

        Assert.That(paths, Has.Count.EqualTo(BundleFiles.Most));
        Assert.That(paths[^1], Does.EndWith("f-1.bundle.json"));
    }

    [TestCase("features/connections/create.feature:12", "connections-create-12.bundle.json")]
    [TestCase("features/keys/a b's.feature:3", "keys-a-b-s-3.bundle.json")]
    [TestCase("../../etc/passwd:1", "etc-passwd-1.bundle.json")]
    public void A_file_is_named_after_its_scenario_and_nothing_else(string id, string expected) =>
        Assert.That(BundleFiles.NameOf(id), Is.EqualTo(expected));

    [Test]
    public void What_is_written_reads_back_equal()
    {
        using var directory = new TemporaryDirectory();
        var run = SampleRuns.NotConformant();

        var read = BundleJson.ReadFile(BundleFiles.WriteAll(run, directory.Path)[0]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Json(read), Is.EqualTo(Json(FailureBundle.Of(run, run.Scenarios[1]))));
            Assert.That(read.Requirements.Select(it => it.Id), Is.EqualTo(["COM-02"]));
            Assert.That(read.Scenario.Figures, Is.EqualTo([Sample.Figure]));
            Assert.That(read.Options.Seed, Is.EqualTo(4711));
        }
    }

    private static string Json(FailureBundle bundle)
    {
        using var stream = new MemoryStream();
        BundleJson.Write(bundle, stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
