using Harness.Certification.Verdicts;
using Harness.Features.Target.Hooks;
using NUnit.Framework;

namespace Harness.Tests.Features.Target.Hooks;

public sealed class PromptHooksTests
{
    private const string Prompt = """
          createConnection:
            prompt:
              text: "Create {bandwidthMbps} Mbps in {environment}"
              fields: [connectionId, activationKey]

        """;

    [Test]
    public async Task A_person_is_asked_and_the_answers_are_the_outputs()
    {
        var console = new Console(new() { ["connectionId"] = "c-1", ["activationKey"] = "k" });
        using var fixture = new HookFixture(Prompt, console);

        var done = await fixture.CreateAsync(50) as HookOutcome.Done;

        Assert.That(done?.Text("connectionId"), Is.EqualTo("c-1"));
        Assert.That(console.Asked, Is.EqualTo("Create 50 Mbps in env 1: connectionId, activationKey"));
        Assert.That(fixture.Notes, Has.Exactly(1).Contains("Create 50 Mbps"));
    }

    [Test]
    public async Task A_person_may_say_that_the_target_refused()
    {
        using var fixture = new HookFixture(Prompt, new Console(null));

        Assert.That(await fixture.CreateAsync(), Is.InstanceOf<HookOutcome.Refused>());
    }

    [Test]
    public void An_answer_that_is_left_out_is_the_operators_doing()
    {
        using var fixture = new HookFixture(Prompt, new Console(new() { ["connectionId"] = "c-1" }));

        Assert.That(
            () => fixture.CreateAsync(),
            Throws.InstanceOf<BlameException>()
                .With.Property(nameof(BlameException.Blame)).EqualTo(Blame.Operator)
                .And.Message.Contains("activationKey"));
    }

    [Test]
    public void Nobody_at_the_console_is_the_operators_doing()
    {
        using var fixture = new HookFixture(Prompt);

        Assert.That(
            () => fixture.CreateAsync(),
            Throws.InstanceOf<BlameException>()
                .With.Property(nameof(BlameException.Blame)).EqualTo(Blame.Operator)
                .And.Message.Contains("not interactive"));
    }

    [Test]
    public void A_person_who_does_not_answer_is_waited_for_until_the_deadline()
    {
        using var fixture = new HookFixture(Prompt, new Asleep(), TimeSpan.FromMilliseconds(50));

        Assert.That(
            () => fixture.CreateAsync(),
            Throws.InstanceOf<BlameException>().With.Message.Contains("within 0.05 s"));
    }

    private sealed class Console(Dictionary<string, string>? answers) : IOperatorConsole
    {
        public string? Asked { get; private set; }

        public Task<IReadOnlyDictionary<string, string>?> AskAsync(
            string text,
            IReadOnlyList<string> fields,
            CancellationToken cancellation)
        {
            Asked = $"{text}: {string.Join(", ", fields)}";
            return Task.FromResult<IReadOnlyDictionary<string, string>?>(answers);
        }
    }

    private sealed class Asleep : IOperatorConsole
    {
        public Task<IReadOnlyDictionary<string, string>?> AskAsync(
            string text,
            IReadOnlyList<string> fields,
            CancellationToken cancellation) =>
            new TaskCompletionSource<IReadOnlyDictionary<string, string>?>().Task;
    }
}
