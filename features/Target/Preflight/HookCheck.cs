using System.Text.Json.Nodes;
using Harness.Features.Target.Hooks;

namespace Harness.Features.Target.Preflight;

/// <summary>Which hooks there are, and whether those that only read, and the hosts of the others, answer.</summary>
internal sealed class HookCheck : IPreflightCheck
{
    private static readonly Hook[] OnlyRead = [Hook.ListConnections, Hook.ReadClock, Hook.ReadLogs];

    public string Name => "hooks";

    public string Path => "hooks";

    public bool IsGround => false;

    public async Task RunAsync(PreflightContext context, CancellationToken cancellation)
    {
        foreach (var missing in HookTable.All.Where(definition => !context.Session.Hooks.Has(definition.Hook)))
            context.Warn(
                Path, $"a hook {missing.Name}, by which {missing.Purpose}", "none",
                "scenarios that need it are skipped");
        foreach (var hook in OnlyRead.Where(context.Session.Hooks.Has))
            await ReadAsync(context, hook, cancellation);
        await ReachAsync(context, cancellation);
    }

    private static async Task ReadAsync(PreflightContext context, Hook hook, CancellationToken cancellation)
    {
        var path = context.File.Hooks[hook].Path;
        var outcome = await HookTrial.RunAsync(context, hook, new Dictionary<string, JsonNode?>(), cancellation);
        if (outcome is HookOutcome.Refused refused)
            context.Fail(path, $"{HookTable.NameOf(hook)} to be carried out", $"a refusal: {refused.Reason}");
        else if (outcome is not null)
            context.Ok(path, $"{HookTable.NameOf(hook)} works");
    }

    private static async Task ReachAsync(PreflightContext context, CancellationToken cancellation)
    {
        var hosts = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { context.File.BaseUrl.Authority };
        foreach (var (hook, driver) in context.File.Hooks)
        {
            if (driver is not HookDriver.Http http)
                continue;
            var text = http.Url.Fill(name => name == "baseUrl" ? context.File.BaseUrl.AbsoluteUri.TrimEnd('/') : "x");
            if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
                context.Fail(
                    $"{driver.Path}.url", "an http or https URL", $"'{http.Url}'", "begin it with {baseUrl} or a host");
            else if (hosts.Add(url.Authority)
                && await ConnectCheck.FaultAsync(url, context.File.Timeouts.Request, context.Time, cancellation)
                    is { } fault)
                context.Fail($"{driver.Path}.url", $"a server for {HookTable.NameOf(hook)} at {url.Authority}", fault);
        }
    }
}
