using System.Text.Json.Nodes;
using Harness.Cli;
using NUnit.Framework;

namespace Harness.Tests.Cli.Efficacy;

public sealed class EfficacyCommandTests
{
    [Test]
    public async Task A_mutant_that_is_noticed_ends_with_0_and_is_written_down_with_the_scenario_that_noticed()
    {
        using var directory = new TemporaryDirectory();

        var ended = await Invocation.RunAsync(
            "efficacy", "--only", "CON-04/fits", "--quick", "--output", directory.Path);

        Assert.That(ended.ExitCode, Is.EqualTo(ExitCode.Certified), ended.Output + ended.Error);
        Assert.That(ended.Output, Does.Contain("1 of 1 mutants killed"));
        var written = JsonNode.Parse(File.ReadAllText(Path.Combine(directory.Path, "efficacy.json")))!;
        var result = written["results"]![0]!;
        Assert.That((string?)result["outcome"], Is.EqualTo("killed"));
        Assert.That((string?)result["scenario"], Does.StartWith("features/connections/"));
        Assert.That((string?)result["message"], Is.Not.Empty);
        var figure = JsonNode.Parse(File.ReadAllText(Path.Combine(directory.Path, "figure.json")))!;
        Assert.That(((int?)figure["killed"], (int?)figure["mutants"]), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task A_name_that_no_mutant_has_ends_with_2_and_the_nearest_one()
    {
        var ended = await Invocation.RunAsync("efficacy", "--only", "CON-04/fit");

        Assert.That(ended.ExitCode, Is.EqualTo(ExitCode.CouldNotRun));
        Assert.That(ended.ErrorLines.Single(), Does.Contain("CON-04/fit").And.Contain("CON-04/fits"));
    }
}
