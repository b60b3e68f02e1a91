using Harness.Cli;
using NUnit.Framework;

namespace Harness.Tests.Cli.Racing;

public sealed class RaceCommandTests
{
    [Test]
    public async Task A_violation_is_told_with_its_files_and_the_command_that_replays_it()
    {
        using var directory = new TemporaryDirectory();
        var found = await Invocation.RunAsync(
            "race", "--mutant", "read-from-a-cache", "--model", "own-writes", "--budget", "60s", "--seed", "1",
            "--output", directory.Path);

        Assert.That(found.ExitCode, Is.EqualTo(ExitCode.NotConformant), found.Output + found.Error);
        Assert.That(found.Output, Does.Contain("No one-at-a-time order explains").And.Contain("of 10."));
        var race = Directory.GetFiles(directory.Path, "race.json", SearchOption.AllDirectories).Single();
        Assert.That(found.Output, Does.Contain($"--replay {race} --times 50 --mutant read-from-a-cache"));
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(race)!).Select(Path.GetFileName),
            Is.EquivalentTo(new[] { "race.json", "timeline.svg", "history.jsonl" }));

        var again = await Invocation.RunAsync(
            "race", "--replay", race, "--times", "5", "--mutant", "read-from-a-cache");
        Assert.That(again.ExitCode, Is.EqualTo(ExitCode.NotConformant), again.Output + again.Error);
        Assert.That(again.Output, Does.Match("reproduced [1-5] of 5"));
    }

    [Test]
    public async Task A_target_that_keeps_to_the_protocol_passes()
    {
        using var directory = new TemporaryDirectory();
        var found = await Invocation.RunAsync(
            "race", "--model", "last-room", "--budget", "1s", "--seed", "1", "--output", directory.Path);

        Assert.That(found.ExitCode, Is.EqualTo(ExitCode.Certified), found.Output + found.Error);
        Assert.That(found.Output, Does.Contain("No violation was found"));
    }

    [TestCase("--mutant: expected one that", "race", "--mutant", "none-such")]
    [TestCase("--budget: expected a time", "race", "--budget", "soon")]
    [TestCase("--budget: expected a time", "race", "--budget", "0s")]
    [TestCase("--model: expected one of", "race", "--model", "none-such")]
    [TestCase("--mutant: expected without --target", "race", "--mutant", "lost", "--target", "a.yaml")]
    [TestCase("expected a file of a race", "race", "--replay", "/nowhere/race.json")]
    public async Task What_cannot_be_worked_with_is_said_in_a_line(string expected, params string[] arguments)
    {
        var found = await Invocation.RunAsync(arguments);

        Assert.That(found.ExitCode, Is.EqualTo(ExitCode.CouldNotRun));
        Assert.That(found.Error, Does.Contain(expected));
    }
}
