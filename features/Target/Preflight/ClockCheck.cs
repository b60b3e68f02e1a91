using System.Text.Json.Nodes;
using Harness.Features.Target.Hooks;

namespace Harness.Features.Target.Preflight;

/// <summary>Whether the target's clock can be read, and moved where the file says so.</summary>
internal sealed class ClockCheck : IPreflightCheck
{
    private static readonly TimeSpan LargestSkew = TimeSpan.FromMinutes(1);

    private static readonly Dictionary<string, JsonNode?> Nothing = [];

    public string Name => "clock";

    public string Path => "clock";

    public bool IsGround => false;

    public async Task RunAsync(PreflightContext context, CancellationToken cancellation)
    {
        var mode = context.File.Clock.Mode;
        if (mode == TimeMode.Controlled)
            await CheckControlledAsync(context, cancellation);
        else if (mode == TimeMode.Skip)
            context.Warn(
                "clock.mode", "a time mode that decides requirements of hours", "skip",
                "requirements such as the bake time are skipped");
        if (context.File.Clock.KeyLifetime is null)
            context.Warn(
                Path, "clock.keyLifetime, the target's own figure", "none", "KEY-15 is not decided");
        if (mode != TimeMode.Controlled && context.Session.Hooks.Has(Hook.ReadClock))
            await CheckSkewAsync(context, cancellation);
    }

    private static async Task CheckControlledAsync(PreflightContext context, CancellationToken cancellation)
    {
        foreach (var hook in new[] { Hook.ReadClock, Hook.AdvanceClock })
            if (!context.Session.Hooks.Has(hook))
                context.Fail("clock.mode", $"a hook {HookTable.NameOf(hook)} for clock.mode controlled", "none",
                    "add the hook, or choose another mode");
        if (!context.Session.Hooks.Has(Hook.ReadClock) || !context.Session.Hooks.Has(Hook.AdvanceClock))
            return;

        var before = await ReadAsync(context, Hook.ReadClock, Nothing, cancellation);
        var after = await ReadAsync(
            context, Hook.AdvanceClock, new Dictionary<string, JsonNode?> { ["seconds"] = 60 }, cancellation);
        if (before is null || after is null)
            return;
        if (after - before < TimeSpan.FromSeconds(60))
            context.Fail(
                context.File.Hooks[Hook.AdvanceClock].Path, "the clock to move on by 60 s", $"{after - before}",
                "start the target with a controllable clock, or mend the hook");
        else
            context.Ok("clock.mode", $"the clock is controlled and reads {after:u}");
    }

    private static async Task CheckSkewAsync(PreflightContext context, CancellationToken cancellation)
    {
        if (await ReadAsync(context, Hook.ReadClock, Nothing, cancellation) is not { } now)
            return;
        var skew = now - context.Time.GetUtcNow();
        if (skew.Duration() > LargestSkew)
            context.Warn(
                "clock", "the target's clock to agree with this machine's", $"a difference of {skew}",
                "set both by the same source, or use clock.mode controlled");
        else
            context.Ok("clock", $"the clocks differ by {skew.TotalSeconds:0} s");
    }

    private static async Task<DateTimeOffset?> ReadAsync(
        PreflightContext context,
        Hook hook,
        IReadOnlyDictionary<string, JsonNode?> inputs,
        CancellationToken cancellation)
    {
        var path = context.File.Hooks[hook].Path;
        switch (await HookTrial.RunAsync(context, hook, inputs, cancellation))
        {
            case HookOutcome.Refused refused:
                context.Fail(path, $"{HookTable.NameOf(hook)} to be carried out", $"a refusal: {refused.Reason}",
                    "is the target started with a controllable clock?");
                return null;
            case HookOutcome.Done done when done.Moment("now") is { } moment:
                return moment;
            case HookOutcome.Done:
                context.Fail($"{path}.outputs.now", "a time in RFC 3339", "something else", "mend the path");
                return null;
            default:
                return null;
        }
    }
}
