using Harness.Cli;
using NUnit.Framework;

namespace Harness.Tests.Cli;

public sealed class RepeatTests
{
    [Test]
    public async Task Rounds_have_seeds_of_their_own_and_tell_that_no_verdict_changed()
    {
        using var directory = new TemporaryDirectory();

        var ended = await Invocation.RunAsync(
            "certify", "--only", "SEC-01", "--repeat", "2", "--shuffle", "--seed", "7", "--output", directory.Path);

        Assert.That(ended.ExitCode, Is.EqualTo(ExitCode.Certified), ended.Output + ended.Error);
        Assert.That(ended.Output, Does.Contain("seed 7").And.Contain("seed 8"));
        Assert.That(File.ReadAllText(directory["flakes.md"]), Does.Contain("No verdict changed in 2 rounds"));
        Assert.That(Directory.Exists(directory["round-1"]), Is.True);
        Assert.That(Directory.Exists(directory["round-2"]), Is.False);
    }
}
