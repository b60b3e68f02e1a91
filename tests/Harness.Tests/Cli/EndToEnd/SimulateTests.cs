using System.Text.Json.Nodes;
using Harness.Certification.Waiting;
using NUnit.Framework;

namespace Harness.Tests.Cli.EndToEnd;

/// <summary>Two processes: one serves the reference, the other plays its partner by a script.</summary>
public sealed class SimulateTests
{
    private static readonly Patience Patience = new(
        TimeSpan.FromSeconds(60), TimeSpan.FromMilliseconds(50), TimeProvider.System);

    [Test]
    public async Task Rivals_for_one_connection_are_answered_409_but_for_one()
    {
        await using var reference = await ServedReference.StartAsync();
        var issued = await reference.IssueKeyAsync();
        await using var simulate = ChildProcess.Start(
            reference.Directory,
            "simulate", "--script", "rival-creates", "--target", "out/reference/target.yaml", "--control", "0",
            "--set", $"connection={issued.Connection}", "--set", $"key={issued.Key}");
        var control = (await simulate.ReadUntilAsync("Control it at ")).Split(' ')[3];
        using var desk = new HttpClient { BaseAddress = new Uri(control) };

        var journal = await Wait.UntilAsync(
            "the rivals' answers",
            async cancellation => await desk.GetFromJsonAsync<JsonArray>("journal", cancellation),
            entries => entries!.Count(entry => entry!["status"] is not null) == 9,
            "9 answers",
            Patience,
            CancellationToken.None);
        await simulate.AskToStopAsync();
        var ended = await simulate.EndAsync();

        var statuses = journal!.Skip(1).Select(entry => (int)entry!["status"]!).Order();
        Assert.That(statuses, Is.EqualTo(Enumerable.Repeat(409, 7).Prepend(200)));
        Assert.That(journal!.ToJsonString(), Does.Not.Contain(issued.Key));
        Assert.That(ended.Output, Does.Not.Contain(issued.Key).And.Contain("409 after"));
        Assert.That(ended.ExitCode, Is.Zero, ended.Error);
    }

    [Test]
    public async Task A_script_is_replaced_started_and_reset_at_the_desk()
    {
        await using var reference = await ServedReference.StartAsync();
        await using var simulate = ChildProcess.Start(
            reference.Directory, "simulate", "--target", "out/reference/target.yaml", "--control", "0");
        var control = (await simulate.ReadUntilAsync("Control it at ")).Split(' ')[3];
        using var desk = new HttpClient { BaseAddress = new Uri(control) };

        Assert.That(await desk.GetStringAsync("/"), Does.Contain("POST /reset"));
        Assert.That(await desk.GetStringAsync("script"), Does.Contain("well-behaved"));
        var wrong = await desk.PutAsync("script", new StringContent("script: x"));
        Assert.That((int)wrong.StatusCode, Is.EqualTo(400));
        Assert.That(await desk.GetStringAsync("script"), Does.Contain("well-behaved"), "the one before stays");
        var right = await desk.PutAsync("script?issue=i-1", new StringContent("""
            script: asks
            about: Asks.
            parameters: {issue: null}
            start: [{operation: GetIssue}]
            rules: [{on: any, does: [{hold: door}]}]
            """));
        Assert.That((int)right.StatusCode, Is.EqualTo(200), await right.Content.ReadAsStringAsync());
        Assert.That((int)(await desk.PostAsync("script/start", null)).StatusCode, Is.EqualTo(204));
        var journal = await desk.GetFromJsonAsync<JsonArray>("journal");
        Assert.That((int)journal!.Single()!["status"]!, Is.EqualTo(404));
        Assert.That(await desk.GetStringAsync("gates"), Does.Contain("door"));
        Assert.That((int)(await desk.PostAsync("gates/window/release", null)).StatusCode, Is.EqualTo(404));
        Assert.That((int)(await desk.PostAsync("gates/door/release", null)).StatusCode, Is.EqualTo(204));
        Assert.That(await desk.GetStringAsync("gates"), Does.Contain("\"isOpen\":true"));
        Assert.That((int)(await desk.PostAsync("reset", null)).StatusCode, Is.EqualTo(204));
        Assert.That(await desk.GetStringAsync("gates"), Is.EqualTo("[]"));
        Assert.That(await desk.GetStringAsync("script"), Does.Contain("\"name\":null"));
    }

    [TestCase("simulate", "--target: expected a target file, found none")]
    [TestCase("simulate --show rival", "--show: expected a script of the library (acknowledgement-lost,")]
    public async Task What_cannot_be_run_is_said(string line, string words)
    {
        var result = await Invocation.RunAsync(line.Split(' '));

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Error, Does.StartWith(words));
    }

    [Test]
    public async Task The_library_is_listed_and_shown()
    {
        var list = await Invocation.RunAsync("simulate", "--list");
        var show = await Invocation.RunAsync("simulate", "--show", "holds-notify");

        Assert.That(list.Output, Does.Contain("rival-creates  ").And.Contain("(CON-14)"));
        Assert.That(show.Output, Does.StartWith("script: holds-notify"));
    }
}
