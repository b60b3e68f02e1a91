using Harness.Cli;
using Harness.Cli.Racing;
using Harness.Features.Races.Exploring;
using Harness.Features.Races.Rig;
using Harness.Features.Races.Workloads;
using NUnit.Framework;

namespace Harness.Tests.Cli.Racing;

public sealed class RaceFileTests
{
    private static readonly RaceRound Round =
        new("updates", 4711, new RaceSize(3, 12), Release.SeparateConnections);

    [Test]
    public void A_round_comes_back_as_it_was_written()
    {
        using var directory = new TemporaryDirectory();
        var path = Path.Combine(directory.Path, "race.json");
        File.WriteAllText(path, RaceFile.Write(Round, "a target", ["plan"], "found"));

        Assert.That(RaceFile.Read(path), Is.EqualTo(Round));
    }

    [TestCase("[]", "a JSON object")]
    [TestCase("{", "a JSON object")]
    [TestCase("""{"format":"other"}""", "format to be harness-race/1")]
    [TestCase("""{"format":"harness-race/1","course":"none such"}""", "course")]
    [TestCase("""{"format":"harness-race/1","course":"updates","release":"7"}""", "release")]
    [TestCase("""{"format":"harness-race/1","course":"updates","release":"OneConnection","seed":"x"}""", "seed")]
    [TestCase(
        """{"format":"harness-race/1","course":"updates","release":"OneConnection","seed":1,"bursts":1e9}""",
        "bursts")]
    [TestCase(
        """
        {"format":"harness-race/1","course":"updates","release":"OneConnection","seed":1,"bursts":1,"requests":17}
        """,
        "requests")]
    public void Anything_else_is_refused_with_what_was_expected(string text, string expected)
    {
        using var directory = new TemporaryDirectory();
        var path = Path.Combine(directory.Path, "race.json");
        File.WriteAllText(path, text);

        Assert.That(
            () => RaceFile.Read(path),
            Throws.TypeOf<CannotRunException>().With.Message.Contains(expected));
    }

    [Test]
    public void The_command_that_replays_it_names_what_it_was_raced_against() => Assert.That(
        RaceReport.Command(new RacingChoice("my target.yaml", null), "/nowhere/race.json", 50),
        Is.EqualTo("harness race --replay /nowhere/race.json --times 50 --target 'my target.yaml'"));
}
