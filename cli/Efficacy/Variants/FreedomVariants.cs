using System.Net;
using System.Text.Json.Nodes;
using Harness.Cli.Efficacy.Altering;
using Harness.Cli.Local;
using Harness.Reference.Network;
using Harness.Reference.Outbox;
using Harness.Reference.Testbed;
using static Harness.Protocol.Operations.PublishedOperations;

namespace Harness.Cli.Efficacy.Variants;

/// <summary>Implementations that use the freedom that the protocol leaves.</summary>
internal static class FreedomVariants
{
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(200);

    // What encoders that leave out defaults leave out.
    private static readonly HashSet<string> Defaults =
    [
        "VERIFICATION_STATE_UNVERIFIED", "PROVISIONING_STATE_PENDING", "INTERCONNECT_STATE_PENDING",
        "ADMIN_STATE_ENABLED", "FEATURE_TYPE_L3_BASE", "false", "[]", "",
    ];

    public static IEnumerable<Variant> All => [.. Answers, .. Behaviour];

    private static IEnumerable<Variant> Answers =>
    [
        new("refuses-with-422", "what is refused with 400 here is refused with 422",
            ["COM-05", "COM-08", "CON-05", "CON-06", "CON-07", "FEA-02", "FEA-05", "UPD-02", "UPD-05", "DFR-01"],
            Wire.Calls(async call => await call.ProceedAsync() is var reply && reply.Status == 400
                && call.Json()["deferProvisioning"] is null ? reply with { Status = 422 } : reply)),
        new("foreign-is-403", "whatever lies below another provider's prefix is refused with 403",
            ["COM-03", "COM-12", "SEC-04"],
            Wire.Calls(async call =>
            {
                var reply = await call.ProceedAsync();
                var isForeign = reply.Status == 404 && call.Segments is ["providers", var id, _, ..]
                    && id == DefaultTestbed.StrangerId;
                return isForeign ? Reply.Of(403) : reply;
            })),
        new("unauthenticated-is-403", "without authentication a request is answered 403", ["SEC-02", "SEC-03"],
            Wire.Calls(async call =>
                await call.ProceedAsync() is var reply && reply.Status == 401 ? Reply.Of(403) : reply)),
        new("no-error-bodies", "refusals have no body", ["SEC-05", "CON-05", "COM-12"],
            Wire.Calls(async call =>
                await call.ProceedAsync() is var reply && !reply.IsSuccess ? Reply.Of(reply.Status) : reply)),
        new("defaults-left-out", "fields that have their default are absent",
            ["COM-09", "CON-01", "FEA-01", "GUI-01", "KEY-10", "MAC-13", "IXC-01"],
            EveryAnswer(json => Prune(json))),
        new("unknown-fields", "answers have fields that the schema does not know", ["COM-09", "CON-01", "FEA-01"],
            EveryAnswer(json =>
            {
                // What has to be empty stays so (DEL-01).
                if (json.Count > 0)
                    json["etag"] = "W/1";
            })),
        new("lists-backwards", "lists are in another order", ["COM-01", "COM-06", "CON-01", "ENV-01", "IXC-04"],
            EveryAnswer(Reverse)),
    ];

    private static IEnumerable<Variant> Behaviour =>
    [
        new("second-delete-is-200", "a second delete is answered 200", ["DEL-01", "DEL-06", "DEL-07", "DFE-01"],
            Alter.With<Memory>(memory => Wire.Calls(DeleteConnection, async call =>
            {
                var reply = await call.ProceedAsync();
                if (reply.IsSuccess)
                    memory.Keep(call.Path);
                return reply.Status == 404 && memory.Knows(call.Path) ? Reply.Of(200, new JsonObject()) : reply;
            }))),
        new("invalid-key-refused", "a key that is not valid is refused, not answered keyValid=false",
            ["KEY-10", "KEY-11", "KEY-12", "KEY-15", "KEY-16", "KEY-17"],
            Wire.Calls(ConfirmActivationKey, async call =>
                await call.ProceedAsync() is var reply && (bool?)reply.Json()["keyValid"] is false
                    ? Reply.Of(400)
                    : reply)),
        new("other-guidance", "VLANs, MTUs, ASNs and subnets of the guidance are others",
            [
                "FEA-01", "FEA-02", "FEA-07", "FEA-09", "FEA-10", "FEA-11", "FEA-12", "FEA-13", "GUI-02", "GUI-03",
                "GUI-04",
            ],
            Guided(guidance => guidance with
            {
                OwnAsn = 64600,
                AsnRanges = [new NumberRange(64600, 64700), new NumberRange(4_200_000_000, 4_200_000_100)],
                VlanRanges = [new NumberRange(2000, 2040), new NumberRange(3000, 3000)],
                MtuRanges = [new NumberRange(1500, 1500), new NumberRange(8500, 9000)],
                Ipv4Pools = [new SubnetPool(IPNetwork.Parse("10.64.0.0/20"), [])],
                Ipv4PrefixLengths = [30],
                Ipv6Pools = [new SubnetPool(IPNetwork.Parse("fd77::/56"), [])],
                Ipv6PrefixLengths = [126],
            })),
        new("no-ipv6", "the guidance has no IPv6", ["FEA-01", "FEA-02", "FEA-04", "FEA-07", "FEA-11", "GUI-03"],
            Guided(guidance => guidance with { Ipv6Pools = [], Ipv6PrefixLengths = [] })),
        new("takes-nothing-over", "a creation whose provisioning is deferred is refused", ["DFR-01"],
            options => options with { Negotiation = options.Negotiation with { TakesOver = false } }),
        new("slow-notifications", "notifications are sent after a while", ["PRO-02", "PRO-03", "PRO-05", "UPD-08"],
            options => Alter.Deliveries(
                DeliveryKinds.NotifyConnectionStatus,
                async (delivery, handler, cancellation) =>
                {
                    await Task.Delay(Slow, options.TechnicalTime, cancellation);
                    return await handler.DeliverAsync(delivery, cancellation);
                })(options)),
        new("slow-network", "the network takes a fifth of a second for each change",
            ["PRO-01", "PRO-06", "DEL-04", "UPD-08", "MAC-13", "UPD-06", "FEA-14", "MIG-04", "MAC-11"],
            options => options with { Network = new SimulatedNetwork(Slow, options.TechnicalTime) }),
        new("quick-network", "the network takes no time", ["PRO-01", "PRO-02", "PRO-06", "UPD-08", "DEL-04"],
            options => options with { Network = new SimulatedNetwork(TimeSpan.Zero, options.TechnicalTime) }),
    ];

    private static Alteration Guided(Func<TestbedGuidance, TestbedGuidance> other) => options => options with
    {
        Testbed = new TestbedModel(
            options.Testbed.Provider,
            options.Testbed.Peers,
            options.Testbed.Accounts,
            [.. options.Testbed.Environments.Select(environment => Guided(environment, other))],
            options.Testbed.KeyLifetime),
    };

    private static TestbedEnvironment Guided(
        TestbedEnvironment environment, Func<TestbedGuidance, TestbedGuidance> other) => environment with
    {
        Interconnects =
        [
            .. environment.Interconnects.Select(interconnect =>
                interconnect with { Guidance = other(interconnect.Guidance) }),
        ],
    };

    private static Alteration EveryAnswer(Action<JsonObject> edit) => Wire.Calls(async call =>
    {
        var reply = await call.ProceedAsync();
        return reply.IsSuccess && call.Operation is not null ? reply.Edited(edit) : reply;
    });

    private static void Reverse(JsonObject json)
    {
        foreach (var (name, list) in json.ToList())
            if (list is JsonArray items && name != "comments" && !json.ContainsKey("name"))
                json[name] = new JsonArray([.. items.Reverse().Select(item => item?.DeepClone())]);
    }

    private static void Prune(JsonObject json)
    {
        foreach (var (name, value) in json.ToList())
        {
            if (value is JsonObject inner)
                Prune(inner);
            foreach (var item in (value as JsonArray ?? []).OfType<JsonObject>())
                Prune(item);
            if (value is not null && Defaults.Contains(value is JsonValue ? $"{value}" : value.ToJsonString()))
                json.Remove(name);
        }
    }
}
