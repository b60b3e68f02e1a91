using System.Text.Json;
using NUnit.Framework;

namespace Harness.Tests.Cli;

public sealed class RequirementsCommandTests
{
    [Test]
    public async Task The_list_has_a_line_for_each_requirement_under_its_headings()
    {
        var result = await Invocation.RunAsync("requirements", "list");
        var lines = result.Output.TrimEnd().Split('\n');

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero);
            Assert.That(lines[0], Does.Match("^id +level +role +what is owed$"));
            Assert.That(lines, Has.Exactly(1).StartsWith("MAC-04  MUST"));
        });
    }

    [Test]
    public async Task Coverage_counts_the_scenarios_or_says_why_there_are_none()
    {
        var result = await Invocation.RunAsync("requirements", "coverage");
        var lines = result.Output.TrimEnd().Split('\n');

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero);
            Assert.That(lines, Has.Exactly(1).Match("^MAC-04 .* [0-9]+ scenarios?$"));
            Assert.That(lines, Has.Some.Contains("  not decided: "));
            Assert.That(lines[^1], Does.Match("^[0-9]+ of [0-9]+ requirements are decided, by [0-9]+ scenarios$"));
        });
    }

    [TestCase("list", false)]
    [TestCase("coverage", true)]
    public async Task As_JSON_there_is_one_array_and_nothing_else(string what, bool withScenarios)
    {
        var result = await Invocation.RunAsync("requirements", what, "--json");
        using var json = JsonDocument.Parse(result.Output);
        var key = json.RootElement.EnumerateArray().Single(it => it.GetProperty("id").GetString() == "MAC-04");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero);
            Assert.That(key.GetProperty("level").GetString(), Is.EqualTo("MUST"));
            Assert.That(key.TryGetProperty("scenarios", out var scenarios), Is.EqualTo(withScenarios));
            Assert.That(withScenarios ? scenarios.GetArrayLength() : 1, Is.Positive);
        });
    }
}
