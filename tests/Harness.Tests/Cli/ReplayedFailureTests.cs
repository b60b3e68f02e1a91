using Harness.Certification.Bundles;
using Harness.Certification.Evidence;
using Harness.Cli.Efficacy.Altering;
using Harness.Cli.Local;
using Harness.Protocol.Operations;
using NUnit.Framework;

namespace Harness.Tests.Cli;

/// <summary>A failure of a broken target, from the certification that finds it to its replay.</summary>
public sealed class ReplayedFailureTests
{
    [Test]
    public async Task A_failure_leaves_a_bundle_that_is_read_replayed_and_holds_no_secret()
    {
        using var directory = new TemporaryDirectory();
        await using var broken = await EmbeddedReference.StartAsync(
            2,
            TimeProvider.System,
            CancellationToken.None,
            Wire.Status(PublishedOperations.CreateMacSecKey, status: 409, other: 400));
        var target = broken.TargetPath;

        var certified = await Invocation.RunAsync(
            "certify", "--target", target, "--only", "MAC-02", "--quiet", "--output", directory.Path);
        var bundle = Directory.GetFiles(directory[BundleFiles.DirectoryName]).Order().First();
        var shown = await Invocation.RunAsync("replay", bundle);
        var replayed = await Invocation.RunAsync("replay", bundle, "--target", target, "--times", "2");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(certified.ExitCode, Is.EqualTo(1), certified.Error);
            Assert.That(certified.Output, Does.Contain($"read one with: harness replay {bundle}"));
            Assert.That(shown.ExitCode, Is.Zero, shown.Error);
            Assert.That(shown.Output, Does.Contain("MAC-02").And.Contain("timeline"));
            Assert.That(replayed.ExitCode, Is.EqualTo(1), replayed.Error);
            Assert.That(replayed.Output.TrimEnd(), Does.EndWith("reproduced 2 of 2"));
            Assert.That(await File.ReadAllTextAsync(bundle), Does.Contain($"\"cak\": \"{Redactor.Mark}\"")
                .Or.Contain($"cak\\u0022:\\u0022{Redactor.Mark}"));
            foreach (var secret in Secrets(target))
                Assert.That(await File.ReadAllTextAsync(bundle), Does.Not.Contain(secret));
        }
    }

    private static IEnumerable<string> Secrets(string target) =>
        Directory.GetFiles(Path.GetDirectoryName(target)!, "*.token").Select(path => File.ReadAllText(path).Trim());
}
