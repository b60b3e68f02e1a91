using System.Text.Json.Nodes;
using Harness.Certification.Verdicts;
using Harness.Features.Target;
using Harness.Features.Target.Hooks;

namespace Harness.Features.World;

/// <summary>The hooks of the target file, as scenarios use them; the target's clock among them.</summary>
/// <param name="hooks">The hooks.</param>
/// <param name="file">The target file.</param>
/// <param name="cancellation">Ends with the scenario.</param>
public sealed class TargetActions(ITargetHooks hooks, TargetFile file, Func<CancellationToken> cancellation)
    : IClockHooks
{
    public TimeMode Mode => file.Clock.Mode;

    public TimeSpan? KeyLifetime => file.Clock.KeyLifetime;

    /// <summary>Whether the target file has a hook.</summary>
    public bool Has(Hook hook) => hooks.Has(hook);

    /// <summary>Whether a hook's driver brings an output back; a hook that is not there brings all of them.</summary>
    public bool Brings(Hook hook, string output) =>
        !file.Hooks.TryGetValue(hook, out var driver) || driver.Brings(output);

    /// <summary>Whether a hook's driver makes use of an input; a hook that is not there takes all of them.</summary>
    public bool Takes(Hook hook, string input) =>
        !file.Hooks.TryGetValue(hook, out var driver)
        || driver.Templates.Any(template => template.Placeholders.Contains(input));

    /// <summary>Carries out a hook; a refusal by the target is an outcome.</summary>
    /// <exception cref="SkipException">The target file has no such hook.</exception>
    /// <exception cref="BlameException">It could not be carried out.</exception>
    public Task<HookOutcome> Run(Hook hook, Dictionary<string, JsonNode?> inputs) =>
        hooks.RunAsync(hook, inputs, cancellation());

    /// <summary>Carries out a hook that has to succeed.</summary>
    /// <exception cref="BlameException">The target refused.</exception>
    public async Task<HookOutcome.Done> Demand(Hook hook, Dictionary<string, JsonNode?> inputs) =>
        await Run(hook, inputs) switch
        {
            HookOutcome.Done done => done,
            HookOutcome.Refused refused => throw new BlameException(
                Blame.Operator,
                $"the hook {HookTable.NameOf(hook)} had to succeed; the target refused it: {refused.Reason}"),
            _ => throw new InvalidOperationException("no such outcome of a hook"),
        };

    public async Task<DateTimeOffset> Now() => Moment(Hook.ReadClock, await Demand(Hook.ReadClock, []));

    public async Task Advance(TimeSpan by) => Moment(
        Hook.AdvanceClock,
        await Demand(Hook.AdvanceClock, new() { ["seconds"] = (long)by.TotalSeconds }));

    private static DateTimeOffset Moment(Hook hook, HookOutcome.Done done) => done.Moment("now")
        ?? throw new BlameException(
            Blame.Config,
            $"the hook {HookTable.NameOf(hook)}: expected the output now as an RFC 3339 time, found none");
}
