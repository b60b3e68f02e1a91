using System.Text.Json.Nodes;
using Harness.Cli.Efficacy.Altering;
using Harness.Cli.Local;
using Harness.Protocol.Operations;
using static Harness.Protocol.Operations.PublishedOperations;

namespace Harness.Cli.Efficacy.Variants;

/// <summary>Implementations that use the freedom of the side that drives: how they write what they send.</summary>
internal static class NegotiatorVariants
{
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(100);

    public static IEnumerable<Variant> All =>
    [
        new("key-sent-as-an-object", "a key is asked about as an object, not encoded",
            ["KEY-04", "KEY-08", "KEY-13"],
            Body(ConfirmActivationKey, body =>
            {
                if (Key(body, "encodedKey") is not { } key)
                    return;
                body.Remove("encodedKey");
                body["key"] = key;
            })),
        new("key-encoded-anew", "a key is sent in an encoding of the sender's own, its fields in another order",
            ["KEY-04", "KEY-08", "CON-09"],
            Alter.All(Body(ConfirmActivationKey, Anew("encodedKey")), Body(CreateConnection, Anew("activationKey")))),
        new("proposes-in-cidr", "subnets are proposed in CIDR notation", ["FEA-11", "FEA-12", "FEA-14"],
            Body(CreateFeature, body =>
            {
                if (body["featureConfig"]?["l3BaseConfig"] is not JsonObject l3)
                    return;
                foreach (var subnet in (string[])["ipv4Subnet", "ipv6Subnet"])
                    if (l3[subnet] is not null && l3[$"{subnet}PrefixLength"] is { } length)
                        l3[subnet] = $"{l3[subnet]}/{length}";
            })),
        new("asks-again-after-a-while", "every call to the peer is made after a tenth of a second",
            ["KEY-08", "CON-11", "FEA-11", "FEA-14", "DEL-05", "UPD-06", "MAC-10", "MNT-02"],
            options => Outgoing.Calls(async call =>
            {
                await Task.Delay(Slow, options.TechnicalTime);
                return await call.ProceedAsync();
            })(options)),
        new("tells-twice", "what the peer has acknowledged once is told once more, at the same time",
            ["MNT-02", "UPD-08", "PRO-02", "PRO-03"],
            Outgoing.Calls(async call =>
            {
                if (call.Operation == NotifyConnectionStatus.Id || call.Operation == NotifyMaintenance.Id)
                    (await call.ProceedAsync(null, null)).Dispose();
                return await call.ProceedAsync();
            })),
    ];

    private static Alteration Body(Operation operation, Action<JsonObject> edit) =>
        Outgoing.Calls(operation, async call =>
        {
            var body = await call.JsonAsync();
            edit(body);
            return await call.ProceedAsync(null, body);
        });

    private static Action<JsonObject> Anew(string field) => body =>
    {
        if (Key(body, field) is { } key)
            body[field] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(
                new JsonObject(key.Reverse().Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())))
                    .ToJsonString(new() { WriteIndented = true })));
    };

    private static JsonObject? Key(JsonObject body, string field) => body[field] is JsonValue encoded
        ? JsonNode.Parse(Convert.FromBase64String($"{encoded}")) as JsonObject
        : null;
}
