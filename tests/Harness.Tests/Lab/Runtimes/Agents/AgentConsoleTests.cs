using System.IO.Pipelines;
using System.Text;
using Harness.Lab.Runtimes;
using Harness.Lab.Runtimes.Agents;
using NUnit.Framework;

namespace Harness.Tests.Lab.Runtimes.Agents;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class AgentConsoleTests
{
    private readonly Pipe _toMachine = new();
    private readonly Pipe _fromMachine = new();

    [Test]
    public async Task No_more_than_the_window_is_under_way_before_the_machine_has_taken_it_in()
    {
        var console = Console();
        var asked = console.AskAsync(
            id => new WriteRequest(id, "node", "/tmp/x", new byte[9000]), _ => { }, CancellationToken.None);

        var first = await _toMachine.Reader.ReadAtLeastAsync(2048);
        var under = first.Buffer.Length;
        _toMachine.Reader.AdvanceTo(first.Buffer.End);
        await SayAsync("""{"id":0,"got":2048}""");
        var second = await _toMachine.Reader.ReadAtLeastAsync(2048);

        Assert.That((under, second.Buffer.Length), Is.EqualTo((2048, 2048)));
        _toMachine.Reader.AdvanceTo(second.Buffer.End);
        await _fromMachine.Writer.CompleteAsync();
        Assert.That(async () => await asked, Throws.TypeOf<LabException>());
        await console.DisposeAsync();
    }

    [Test]
    public async Task Answers_find_their_questions()
    {
        var console = Console();
        var first = await console.AskAsync(id => new ReadRequest(id, "a", "/x"), _ => { }, CancellationToken.None);
        var second = await console.AskAsync(id => new ReadRequest(id, "b", "/x"), _ => { }, CancellationToken.None);

        await SayAsync($$"""{"id":{{second.Id}},"done":true,"data":"Ag=="}""");
        await SayAsync($$"""{"id":{{first.Id}},"fault":"no such file"}""");

        Assert.Multiple(() =>
        {
            Assert.That(async () => (await second.Last).Data, Is.EqualTo(new byte[] { 2 }));
            Assert.That(
                async () => await first.Last, Throws.TypeOf<LabException>().With.Message.EqualTo("no such file"));
        });
        await _fromMachine.Writer.CompleteAsync();
        await console.DisposeAsync();
    }

    [Test]
    public async Task A_machine_that_ends_fails_what_was_asked_of_it_with_its_last_words()
    {
        var console = Console();
        var asked = await console.AskAsync(id => new ReadRequest(id, "a", "/x"), _ => { }, CancellationToken.None);

        await _fromMachine.Writer.CompleteAsync();

        Assert.Multiple(() =>
        {
            Assert.That(
                async () => await asked.Last, Throws.TypeOf<LabException>().With.Message.Contains("out of memory"));
            Assert.That(async () => await console.Ready, Throws.TypeOf<LabException>());
        });
        await console.DisposeAsync();
    }

    private AgentConsole Console() =>
        new(_toMachine.Writer.AsStream(), _fromMachine.Reader.AsStream(), () => "out of memory");

    private async Task SayAsync(string line) =>
        await _fromMachine.Writer.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"));
}
