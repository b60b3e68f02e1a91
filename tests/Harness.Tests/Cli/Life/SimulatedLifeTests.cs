using System.Text.Json.Nodes;
using Harness.Cli;
using Harness.Cli.Life;
using Harness.Protocol.Operations;
using Harness.Simulator.Behaviours;
using NUnit.Framework;

namespace Harness.Tests.Cli.Life;

/// <summary>A reference in a process of its own, and the simulated partner in this one.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class SimulatedLifeTests
{
    private static readonly string[] Command = ["life", "--partner", "simulator"];

    private TemporaryDirectory directory = null!;

    [SetUp]
    public void Make() => directory = new TemporaryDirectory();

    [TearDown]
    public void Remove() => directory.Dispose();

    [Test]
    public async Task A_reference_and_the_simulated_partner_agree_through_the_whole_life_of_connections()
    {
        var result = await Invocation.RunAsync([.. Command, "--directory", directory.Path]);

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero, $"{result.Output}{result.Error}");
            Assert.That(result.Output, Does.Contain("borealis is simulated"));
            Assert.That(result.Output, Does.EndWith("Both sides agree, and nothing is left behind\n"));
        });
    }

    [Test]
    public async Task A_reference_that_is_killed_at_each_persisted_step_loses_nothing_of_what_the_partner_was_told()
    {
        var result = await Invocation.RunAsync([.. Command, "--directory", directory.Path, "--kill", LifePair.FirstId]);

        var reached = CrashBook.Read(directory[Path.Combine(LifePair.FirstId, LifePair.BookFile)]);
        var persisted = await PersistedSteps.OfDeliveriesAsync();
        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero, $"{result.Output}{result.Error}");
            Assert.That(persisted.Except(reached), Is.Empty);
        });
    }

    [Test]
    public async Task A_partner_that_loses_a_deletion_is_told_of_with_what_it_still_shows()
    {
        await using var output = new StringWriter();
        using var input = new StringReader("");
        var request = new LifeRequest(directory.Path, [])
        {
            Simulated = true,
            Bend = partner => partner.Behaviours.On(
                PublishedOperations.DeleteConnection, null, Answer.Reply(200, new JsonObject())),
            Deadline = TimeSpan.FromSeconds(15),
        };

        var code = await WholeLife.RunAsync(
            request, new Surroundings(output, output, input, TimeProvider.System), CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(ExitCode.NotConformant));
            Assert.That($"{output}", Does.Contain("FAILED  connections move to another interconnect"));
            Assert.That($"{output}", Does.Contain("only the second one shows env-1/"));
        });
    }

    [TestCase(LifePair.SecondId)]
    [TestCase("both")]
    public async Task The_simulated_partner_is_not_killed_because_it_would_lose_what_it_has(string killed)
    {
        var result = await Invocation.RunAsync([.. Command, "--directory", directory.Path, "--kill", killed]);

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.CouldNotRun));
            Assert.That(
                result.ErrorLines,
                Is.EqualTo(new[]
                {
                    $"--kill: expected aurora, found {killed}; the simulated partner keeps all it has in memory, "
                    + "and would lose it",
                }));
        });
    }
}
