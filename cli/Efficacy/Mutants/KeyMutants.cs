using System.Text;
using System.Text.Json.Nodes;
using Harness.Cli.Efficacy.Altering;
using Harness.Cli.Local;
using Harness.Protocol.Names;
using Harness.Reference.ActivationKeys;
using Harness.Reference.Errors;
using Harness.Reference.Hosting;
using static Harness.Protocol.Operations.PublishedOperations;

namespace Harness.Cli.Efficacy.Mutants;

/// <summary>The customer's intent and its activation key (KEY-01 to KEY-17).</summary>
internal static class KeyMutants
{
    private const string Portal = "portal/v1/connections";
    private const long Hour = 3_600_000;

    private static readonly Refusal Invalid = new(ErrorCode.IntentMismatch, "KEY-09", "not this key");

    public static IEnumerable<Mutant> All => [.. Issuing, .. Confirming];

    private static IEnumerable<Mutant> Issuing =>
    [
        new("key-without-account", "KEY-01", "the key does not name the account",
            Key(key => key.Remove("destinationAccountId"))),
        new("key-without-version", "KEY-01", "the key has no version", Key(key => key.Remove("version"))),
        new("key-of-another-size", "KEY-01", "the key says another size than the customer chose",
            Key(key => key["connectionSizeMbps"] = 1 + (int?)key["connectionSizeMbps"])),
        new("key-as-plain-json", "KEY-01", "the key is JSON and not its base64",
            Issued(json => json["activationKey"] = Decoded(json))),
        new("key-of-the-intent-before", "KEY-01", "two intents are given one key",
            Alter.With<Memory>(memory => Issued(json =>
                json["activationKey"] = memory.KeepFirst("key", $"{json["activationKey"]}")))),
        new("peer-called-at-creation", "KEY-02", "the peer is called as soon as the customer has stated the intent",
            options => Wire.Calls(async call =>
            {
                var reply = await call.ProceedAsync();
                if (IsCreation(call) && reply.IsSuccess)
                    await CallPeerAsync(options, $"{reply.Json()["environment"]}", $"{reply.Json()["connectionId"]}");
                return reply;
            })(options)),
        new("peer-called-at-confirmation", "KEY-02", "the peer is called back once it has confirmed the key",
            options => Wire.Calls(ConfirmActivationKey, async call =>
            {
                var reply = await call.ProceedAsync();
                if ((bool?)reply.Json()["keyValid"] is true && Uuid(call) is { } uuid)
                    await CallPeerAsync(options, call.Segments[3], uuid);
                return reply;
            })(options)),
    ];

    private static IEnumerable<Mutant> Confirming =>
    [
        new("keys-never-valid", "KEY-09", "the key as issued is not confirmed",
            Alter.Rules(ActivationKeyRules.Readable with { Decide = _ => Invalid })),
        new("deprecated-key-not-read", "KEY-09", "the key as an object is not read",
            Wire.Requests(ConfirmActivationKey, (_, json) =>
            {
                if (json.Remove("key"))
                    json["encodedKey"] = "";
            })),
        new("used-key-valid-while-it-lives", "KEY-11", "a key stays valid until its connection is deleted",
            Alter.Rules(ActivationKeyRules.NotUsed with { Decide = _ => null })),
        new("smaller-size-valid", "KEY-12", "a key for less than the customer chose is valid",
            Alter.Rules(ActivationKeyRules.SameBandwidth with
            {
                Decide = @case => @case.Presented?.ConnectionSizeMbps < @case.Stored?.KeyMbps
                    ? null
                    : ActivationKeyRules.SameBandwidth.Decide(@case),
            })),
        new("larger-size-valid", "KEY-12", "a key for more than the customer chose is valid",
            Alter.Rules(ActivationKeyRules.SameBandwidth with
            {
                Decide = @case => @case.Presented?.ConnectionSizeMbps > @case.Stored?.KeyMbps
                    ? null
                    : ActivationKeyRules.SameBandwidth.Decide(@case),
            })),
        new("lifetime-in-a-local-zone", "KEY-15", "a key's end is compared with a clock two hours ahead",
            Expiry(@case => @case with { Now = @case.Now + (2 * Hour) })),
        new("lifetime-an-hour-long", "KEY-15", "a key is valid for an hour more than its lifetime",
            Expiry(@case => @case with { Now = @case.Now - Hour })),
        new("confirmed-key-never-expires", "KEY-15", "a key that was confirmed once has no end of life",
            Expiry(@case => @case.Stored?.ConfirmedAt is null ? @case : @case with { Now = 0 })),
        new("undecodable-key-is-500", "KEY-17", "a key that is no base64 is answered 500",
            Wire.Calls(ConfirmActivationKey, async call =>
            {
                var key = $"{call.Json()["encodedKey"]}";
                var reply = await call.ProceedAsync();
                return Convert.TryFromBase64String(key, new byte[key.Length], out _) ? reply : Reply.Of(500);
            })),
        new("key-without-json-is-500", "KEY-17", "a key that is base64 of no JSON is answered 500",
            Wire.Calls(ConfirmActivationKey, async call =>
            {
                var key = $"{call.Json()["encodedKey"]}";
                var bytes = new byte[key.Length];
                var isBase64 = Convert.TryFromBase64String(key, bytes, out var count) && count > 0;
                var reply = await call.ProceedAsync();
                return isBase64 && bytes[0] != (byte)'{' ? Reply.Of(500) : reply;
            })),
    ];

    private static Alteration Expiry(Func<ConfirmCase, ConfirmCase> seen) =>
        Alter.Rules(ActivationKeyRules.NotExpired with
        {
            Decide = @case => ActivationKeyRules.NotExpired.Decide(seen(@case)),
        });

    private static bool IsCreation(Call call) => call.Path == Portal && call.Http.Request.Method == "POST";

    private static Alteration Issued(Action<JsonObject> edit) => Wire.Calls(async call =>
        await call.ProceedAsync() is var reply && IsCreation(call) && reply.IsSuccess ? reply.Edited(edit) : reply);

    private static Alteration Key(Action<JsonObject> edit) => Issued(json =>
    {
        var key = JsonNode.Parse(Decoded(json))!.AsObject();
        edit(key);
        json["activationKey"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(key.ToJsonString()));
    });

    private static string Decoded(JsonObject json) =>
        Encoding.UTF8.GetString(Convert.FromBase64String($"{json["activationKey"]}"));

    private static string? Uuid(Call call) => call.Json()["encodedKey"] is { } key
        ? (string?)JsonNode.Parse(Convert.FromBase64String($"{key}"))!["sharedConnectionUuid"]
        : null;

    private static async Task CallPeerAsync(ReferenceOptions options, string environmentId, string uuid)
    {
        var environment = new ProviderName(options.Testbed.Provider.Id).Environment(environmentId);
        var peer = options.Testbed.Peers.First(peer => peer.ApiUri is not null);
        await options.Connect(peer).NotifyConnectionStatusAsync(
            environment.Interconnect("ix1").Connection(uuid), CancellationToken.None);
    }
}
