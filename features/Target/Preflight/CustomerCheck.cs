using System.Text.Json.Nodes;
using Harness.Features.Target.Hooks;
using Harness.Protocol;

namespace Harness.Features.Target.Preflight;

/// <summary>Whether a customer can create, see and delete a connection: one is made and thrown away.</summary>
internal sealed class CustomerCheck : IPreflightCheck
{
    public string Name => "customer's hooks";

    public string Path => "hooks";

    public bool IsGround => false;

    public async Task RunAsync(PreflightContext context, CancellationToken cancellation)
    {
        var hooks = context.Session.Hooks;
        if (hooks.Has(Hook.AcceptConnection))
            await AcceptAsync(context, cancellation);
        if (!hooks.Has(Hook.CreateConnection))
            return;
        if (!hooks.Has(Hook.DeleteConnection))
        {
            context.Warn(
                Path, "deleteConnection beside createConnection", "none",
                "what scenarios create at the portal will stay there");
            return;
        }

        if (await CreateAsync(context, cancellation) is not { } id)
            return;
        if (hooks.Has(Hook.GetConnection))
            await LookAsync(context, id, cancellation);
        await DeleteAsync(context, id, cancellation);
    }

    // A refusal of what is no key shows that the hook arrives, and leaves nothing behind (KEY-04).
    private static async Task AcceptAsync(PreflightContext context, CancellationToken cancellation)
    {
        var path = context.File.Hooks[Hook.AcceptConnection].Path;
        var outcome = await HookTrial.RunAsync(
            context,
            Hook.AcceptConnection,
            new Dictionary<string, JsonNode?>
            {
                ["environment"] = context.File.Testbed.Environments[0].Id,
                ["activationKey"] = "no activation key",
                ["accountId"] = context.File.Accounts.Good,
            },
            cancellation);
        if (outcome is HookOutcome.Refused { Status: not 404 })
            context.Ok(path, "acceptConnection works");
        else if (outcome is not null)
            context.Fail(
                path, "acceptConnection to refuse a text that is no activation key, otherwise than with 404 (KEY-04)",
                outcome is HookOutcome.Refused refused ? refused.Describe() : "no refusal",
                "mend the hook's URL and body");
    }

    private static Dictionary<string, JsonNode?> Of(string id) => new() { ["connectionId"] = id };

    private static async Task<string?> CreateAsync(PreflightContext context, CancellationToken cancellation)
    {
        var environment = context.File.Testbed.Environments[0];
        var path = context.File.Hooks[Hook.CreateConnection].Path;
        var size = environment.Interconnects.SelectMany(interconnect => interconnect.SizesMbps).Min();
        var outcome = await HookTrial.RunAsync(
            context,
            Hook.CreateConnection,
            new Dictionary<string, JsonNode?>
            {
                ["environment"] = environment.Id,
                ["bandwidthMbps"] = size,
                ["accountId"] = context.File.Accounts.Good,
                ["remoteAccountId"] = context.File.Accounts.Remote,
            },
            cancellation);
        switch (outcome)
        {
            case HookOutcome.Refused refused:
                context.Fail(
                    path, $"createConnection to give {size} Mbps in {environment.Id} to {context.File.Accounts.Good}",
                    refused.Describe(), "mend the hook's URL and body, or accounts.good");
                return null;
            case HookOutcome.Done done:
                CheckKey(context, path, done);
                return done.Text("connectionId");
            default:
                return null;
        }
    }

    private static void CheckKey(PreflightContext context, string path, HookOutcome.Done done)
    {
        if (!ActivationKeyCodec.TryDecode(done.Text("activationKey"), out var key))
            context.Fail(
                $"{path}.outputs.activationKey", "an activation key, base64 of JSON (KEY-01)", "something else",
                "mend the path");
        else if (key.SharedConnectionUuid != done.Text("connectionId"))
            context.Fail(
                $"{path}.outputs.connectionId", "the UUID that the activation key carries", "another value",
                "mend the path: connectionId is the shared UUID");
        else
            context.Ok(path, "createConnection works");
    }

    private static async Task LookAsync(PreflightContext context, string id, CancellationToken cancellation)
    {
        var path = context.File.Hooks[Hook.GetConnection].Path;
        var outcome = await HookTrial.RunAsync(context, Hook.GetConnection, Of(id), cancellation);
        if (outcome is HookOutcome.Refused refused)
            context.Fail(path, "getConnection to show what was created", refused.Describe());
        else if (outcome is HookOutcome.Done done && done.Number("bandwidthMbps") is null)
            context.Fail($"{path}.outputs.bandwidthMbps", "a number of Mbps", "something else", "mend the path");
        else if (outcome is not null)
            context.Ok(path, "getConnection works");
    }

    private static async Task DeleteAsync(PreflightContext context, string id, CancellationToken cancellation)
    {
        var path = context.File.Hooks[Hook.DeleteConnection].Path;
        var outcome = await HookTrial.RunAsync(context, Hook.DeleteConnection, Of(id), cancellation);
        if (outcome is HookOutcome.Refused refused)
            context.Fail(path, "deleteConnection to delete what was created", refused.Describe(),
                $"connection {id} is left at the target");
        else if (outcome is not null)
            context.Ok(path, "deleteConnection works");
    }
}
