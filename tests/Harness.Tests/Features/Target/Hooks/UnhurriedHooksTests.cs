using System.Text.Json.Nodes;
using Harness.Features.Target.Hooks;
using NUnit.Framework;

namespace Harness.Tests.Features.Target.Hooks;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class UnhurriedHooksTests
{
    private const string Person = """
          createConnection:
            prompt: {text: "Create", fields: [connectionId, activationKey]}
          readLogs:
            command: {run: [cat, log], outputs: {text: $}}

        """;

    private readonly List<string> events = [];

    [Test]
    public async Task The_scenario_does_not_run_out_while_a_person_acts()
    {
        await RunAsync(Hook.CreateConnection, Person);
        Assert.That(events, Is.EqualTo(new[] { "held", "carried out", "released" }));
    }

    [Test]
    public async Task The_scenario_does_not_run_out_while_a_command_runs()
    {
        await RunAsync(Hook.ReadLogs, Person);
        Assert.That(events, Is.EqualTo(new[] { "held", "carried out", "released" }));
    }

    [Test]
    public async Task A_request_has_the_time_of_the_scenario()
    {
        await RunAsync(Hook.CreateConnection, hooks: null);
        Assert.That(events, Is.EqualTo(new[] { "carried out" }));
    }

    private async Task RunAsync(Hook hook, string? hooks)
    {
        var head = SampleTarget.Yaml[..SampleTarget.Yaml.IndexOf("hooks:", StringComparison.Ordinal)];
        var file = SampleTarget.Load(hooks is null ? SampleTarget.Yaml : head + "hooks:\n" + hooks);
        var unhurried = new UnhurriedHooks(file, new Listed(events), () => new Held(events));
        await unhurried.RunAsync(hook, new Dictionary<string, JsonNode?>(), CancellationToken.None);
    }

    private sealed class Listed(List<string> events) : ITargetHooks
    {
        public bool Has(Hook hook) => true;

        public Task<HookOutcome> RunAsync(
            Hook hook, IReadOnlyDictionary<string, JsonNode?> inputs, CancellationToken cancellation)
        {
            events.Add("carried out");
            return Task.FromResult<HookOutcome>(new HookOutcome.Refused(null, "listed"));
        }
    }

    private sealed class Held : IDisposable
    {
        private readonly List<string> events;

        public Held(List<string> events)
        {
            this.events = events;
            events.Add("held");
        }

        public void Dispose() => events.Add("released");
    }
}
