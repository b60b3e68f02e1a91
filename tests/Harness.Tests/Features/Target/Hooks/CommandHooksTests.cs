using Harness.Certification.Verdicts;
using Harness.Features.Target.Hooks;
using NUnit.Framework;

namespace Harness.Tests.Features.Target.Hooks;

public sealed class CommandHooksTests
{
    [Test]
    public async Task A_command_is_given_its_arguments_as_they_are_and_its_json_is_read()
    {
        // An argument is one argument, whatever is in it: there is no shell.
        const string Print = """IFS=; printf '{\"id\":\"%s\",\"key\":\"%s\"}' $1 $2""";
        using var fixture = new HookFixture(Command(
            $$"""["sh", "-c", "{{Print}}", "x", "{environment}; exit 1", "k"]"""));

        var done = await fixture.CreateAsync() as HookOutcome.Done;

        Assert.That(done?.Text("connectionId"), Is.EqualTo("env 1; exit 1"));
        Assert.That(fixture.Notes, Has.Exactly(1).Contains("exit code 0"));
    }

    [Test]
    public async Task Exit_code_3_says_that_the_target_refused()
    {
        using var fixture = new HookFixture(Command("""["sh", "-c", "echo full >&2; exit 3"]"""));

        Assert.That(await fixture.CreateAsync(), Is.EqualTo(new HookOutcome.Refused(null, "full")));
    }

    [TestCase("""["sh", "-c", "echo broken >&2; exit 1"]""", Blame.Operator, "found 1: broken")]
    [TestCase("""["sh", "-c", "echo hush"]""", Blame.Config, "JSON on standard output")]
    [TestCase("""["/no/such/program"]""", Blame.Config, "/no/such/program")]
    public void Anything_else_is_blamed(string run, Blame blame, string words)
    {
        using var fixture = new HookFixture(Command(run));

        Assert.That(
            () => fixture.CreateAsync(),
            Throws.InstanceOf<BlameException>()
                .With.Property(nameof(BlameException.Blame)).EqualTo(blame)
                .And.Message.Contains(words)
                .And.Message.Not.Contains("hush"));
    }

    [Test]
    public void A_command_that_does_not_end_is_ended_at_the_deadline()
    {
        using var fixture = new HookFixture(
            Command("""["sh", "-c", "cat /dev/zero | cat > /dev/null"]"""), deadline: TimeSpan.FromMilliseconds(200));

        Assert.That(
            () => fixture.CreateAsync(),
            Throws.InstanceOf<BlameException>()
                .With.Property(nameof(BlameException.Blame)).EqualTo(Blame.Operator)
                .And.Message.Contains("still running"));
    }

    [Test]
    public async Task A_command_without_outputs_need_print_nothing()
    {
        using var fixture = new HookFixture("  deleteConnection: {command: {run: [\"true\"]}}\n");

        Assert.That(await fixture.RunAsync(Hook.DeleteConnection, ("connectionId", "c")),
            Is.InstanceOf<HookOutcome.Done>());
    }

    private static string Command(string run) => $$"""
          createConnection:
            command:
              run: {{run}}
              outputs: {connectionId: $.id, activationKey: $.key}

        """;
}
