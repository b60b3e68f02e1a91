using Harness.Cli.Life;
using NUnit.Framework;

namespace Harness.Tests.Cli.Life;

/// <summary>Two references in two processes, and the same with one of them killed at each of its steps.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class WholeLifeTests
{
    private TemporaryDirectory directory = null!;

    [SetUp]
    public void Make() => directory = new TemporaryDirectory();

    [TearDown]
    public void Remove() => directory.Dispose();

    [Test]
    public async Task Two_references_agree_through_the_whole_life_of_connections()
    {
        var result = await Invocation.RunAsync("life", "--directory", directory.Path);

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero, $"{result.Output}{result.Error}");
            Assert.That(result.Output, Does.EndWith("Both sides agree, and nothing is left behind\n"));
        });
    }

    [Test]
    public async Task Providers_that_are_killed_at_each_persisted_step_lose_nothing_and_leave_nothing()
    {
        var result = await Invocation.RunAsync("life", "--directory", directory.Path, "--kill", "both");

        var persisted = await PersistedSteps.OfDeliveriesAsync();
        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero, $"{result.Output}{result.Error}");
            foreach (var id in (string[])[LifePair.FirstId, LifePair.SecondId])
                Assert.That(
                    persisted.Except(CrashBook.Read(directory[Path.Combine(id, LifePair.BookFile)])), Is.Empty, id);
        });
    }
}
