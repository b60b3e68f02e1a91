using Harness.Lab.Waiting;
using Harness.Tests.Cli.EndToEnd;
using Harness.Tests.Lab.Running;
using Harness.Tests.Lab.Runtimes.Uml;
using NUnit.Framework;

namespace Harness.Tests.Cli.Labs;

/// <summary>However <c>harness lab up</c> ends, nothing of the lab is left.</summary>
public sealed class LabUpTests
{
    private static readonly Patience _patience = new(
        TimeSpan.FromSeconds(90), TimeSpan.FromMilliseconds(20), TimeProvider.System);

    [Test]
    public async Task A_lab_shows_customers_traffic_over_every_channel_and_dies_with_its_harness()
    {
        using var directory = new TemporaryDirectory();
        var label = $"killed-late-{Environment.ProcessId}";
        await using var up = Up(directory, label);

        var there = await up.ReadUntilAsync("red, there:");
        var channel = await up.ReadUntilAsync("ix1/ch2: encrypted frames:");
        await up.ReadUntilAsync("The lab stays");
        var before = UmlLeftovers.Of(label);
        await up.KillAsync();

        Assert.Multiple(() =>
        {
            Assert.That(there, Does.Contain(" 0 lost"));
            Assert.That(channel, Does.Match("[1-9][0-9]* from aurora-b, [1-9][0-9]* from borealis-q"));
            Assert.That(before, Is.Not.Empty);
        });
        await NothingIsLeftAsync(label);
    }

    [Test]
    public async Task A_harness_that_is_killed_in_the_middle_leaves_nothing_behind()
    {
        using var directory = new TemporaryDirectory();
        var label = $"killed-early-{Environment.ProcessId}";
        await using var up = Up(directory, label);
        await ThereAsync(label);

        await up.KillAsync();

        await NothingIsLeftAsync(label);
    }

    [Test]
    public async Task A_harness_that_is_asked_to_stop_in_the_middle_leaves_nothing_behind()
    {
        using var directory = new TemporaryDirectory();
        var label = $"stopped-{Environment.ProcessId}";
        await using var up = Up(directory, label);
        await ThereAsync(label);

        await up.AskToStopAsync();
        var ended = await up.EndAsync();

        Assert.That((ended.ExitCode, ended.ErrorLines[^1]), Is.EqualTo((2, "Stopped before its end")));
        Assert.That(UmlLeftovers.Of(label), Is.Empty);
    }

    [Test]
    public async Task A_lab_of_another_process_is_taken_down_by_its_label()
    {
        using var directory = new TemporaryDirectory();
        var label = $"taken-{Environment.ProcessId}";
        await using var up = Up(directory, label);
        await ThereAsync(label);

        var down = await Invocation.RunAsync("lab", "down", "--label", label);
        var again = await Invocation.RunAsync("lab", "down", "--label", label);

        Assert.Multiple(() =>
        {
            Assert.That((down.ExitCode, down.Output.Trim()), Is.EqualTo((0, $"The lab {label} is gone")));
            Assert.That(again.Output.Trim(), Is.EqualTo($"There is nothing of a lab {label}"));
            Assert.That(UmlLeftovers.Of(label), Is.Empty);
        });
        Assert.That((await up.EndAsync()).Error, Does.Contain("The lab's machine has ended"));
    }

    private static ChildProcess Up(TemporaryDirectory directory, string label) => ChildProcess.Start(
        directory.Path,
        "lab", "up", "--topology", directory.Write("small.yaml", SmallLab.Topology), "--runtime", "uml",
        "--label", label);

    // The machine and its keeper run: two processes at least, beside the directory.
    private static Task ThereAsync(string label) =>
        WaitAsync(label, left => left.Count > 2, "a machine that boots");

    private static Task NothingIsLeftAsync(string label) =>
        WaitAsync(label, left => left.Count == 0, "nothing of the lab to be left");

    private static async Task WaitAsync(string label, Func<IReadOnlyList<string>, bool> wanted, string what)
    {
        IReadOnlyList<string> left = [];
        var came = await Poll.UntilAsync(
            _ => Task.FromResult(wanted(left = UmlLeftovers.Of(label))), _patience, CancellationToken.None);
        Assert.That(came, $"expected {what}, found {string.Join(", ", left)}");
    }
}
