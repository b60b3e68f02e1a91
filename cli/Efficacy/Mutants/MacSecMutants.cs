using Harness.Cli.Efficacy.Altering;
using Harness.Cli.Local;
using Harness.Reference.MacSec;
using Harness.Reference.Outbox;
using static Harness.Protocol.Operations.PublishedOperations;

namespace Harness.Cli.Efficacy.Mutants;

/// <summary>MACsec keys and their rotation (MAC-01 to MAC-15).</summary>
internal static class MacSecMutants
{
    // The kind of the delivery that installs a key and waits until the router uses it.
    private const string Activation = "macsec-activate";
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static IEnumerable<Mutant> All => [.. Rotation, .. Keeping, .. KeyMaterial];

    private static IEnumerable<Mutant> Rotation =>
    [
        new("start-time-of-the-request", "MAC-01", "a key starts when the request says",
            Alter.Rules(MacSecRules.StartTime with { Decide = time => time.Proposed ?? time.Accepted })),
        new("start-time-in-a-local-zone", "MAC-01", "a key's start time is two hours ahead, as in a local zone",
            Alter.Rules(MacSecRules.StartTime with { Decide = time => time.Accepted.AddHours(2) })),
        new("start-time-changes", "MAC-01", "a key is read with another start time than it was answered with",
            Wire.Answers(GetMacSecKey, json => json["startTime"] = "2020-01-01T00:00:00Z")),
        new("key-is-201", "MAC-01", "an accepted key is answered 201", Wire.Status(CreateMacSecKey, 200, 201)),
        new("ckn-changed", "MAC-01", "an accepted key is answered with another CKN",
            Wire.Answers(CreateMacSecKey, json => json["ckn"] = "00")),
        new("not-the-manager-is-403", "MAC-02", "a key from somebody else than the manager is answered 403",
            Wire.Status(CreateMacSecKey, 409, 403)),
        new("bakes-a-second-less", "MAC-04", "a rotation bakes for one second less than two hours",
            Baked(MacSecRules.BakeTimeOver, key => key with { Now = key.Now + Second })),
        new("bakes-a-second-more", "MAC-04", "a rotation bakes for one second more than two hours",
            Baked(MacSecRules.BakeTimeOver, key => key with { Now = key.Now - Second })),
        new("bakes-for-its-channel-only", "MAC-04", "a rotation holds back its own channel only",
            Baked(MacSecRules.BakeTimeOver, key => key with { Keys = [.. key.Own] })),
        new("bakes-for-the-others-only", "MAC-04", "a rotation holds back the other channels only",
            Baked(MacSecRules.BakeTimeOver, key => key with { Keys = [.. key.Others] })),
        new("bake-time-from-the-first", "MAC-04", "the two hours are counted from the oldest rotation",
            Baked(MacSecRules.BakeTimeOver, key => key with
            {
                Keys = [.. key.Keys.Where(other => other.IsRotation).Take(1)],
            })),
        new("too-early-is-400", "MAC-04", "a key within the two hours is answered 400",
            Wire.Status(CreateMacSecKey, 409, 400)),
    ];

    private static IEnumerable<Mutant> Keeping =>
    [
        new("three-keys-a-channel", "MAC-05", "a channel holds three keys",
            Baked(MacSecRules.ChannelHasRoom, key => key with { Keys = [.. key.Keys.Skip(1)] })),
        new("n-plus-two-keys", "MAC-05", "an interconnect of N channels holds N+2 keys",
            Baked(MacSecRules.InterconnectHasRoom, key => key with { Channels = key.Channels + 1 })),
        new("two-keys-active", "MAC-06", "the key before stays active when its successor turns so",
            Alter.Sql("UPDATE macsec_keys SET active = 0 WHERE channel = @Channel", "UPDATE macsec_keys SET active = 1 "
                + "WHERE channel = @Channel")),
        new("refused-delete-is-made", "MAC-07", "the delete of an active key is refused and carried out",
            options => Wire.Calls(DeleteMacSecKey, async call =>
            {
                var reply = await call.ProceedAsync();
                if (!reply.IsSuccess)
                    await During.WriteAsync(
                        options,
                        "DELETE FROM macsec_keys WHERE channel = @channel AND key_id = @id",
                        new { channel = string.Join('/', call.Segments[..^2]), id = call.Segments[^1] });
                return reply;
            })(options)),
        new("key-delete-answered-not-made", "MAC-09", "the delete of an inactive key is not carried out",
            Wire.Calls(DeleteMacSecKey, _ => Task.FromResult(Reply.Of(200, new System.Text.Json.Nodes.JsonObject())))),
        new("inactive-key-not-deleted", "MAC-09", "an inactive key is not deleted for its manager",
            Wire.Calls(DeleteMacSecKey, _ => Task.FromResult(Reply.Of(409)))),
        new("first-keys-one-by-one", "MAC-12", "the first keys of several channels are taken for rotations",
            Alter.Rules(MacSecRules.NoOtherInRotation with
            {
                Decide = key => MacSecRules.NoOtherInRotation.Decide(key with
                {
                    Keys =
                    [
                        .. key.Keys.Select(other => new MacSecKeyRow
                        {
                            Channel = other.Channel,
                            ActivatedAt = other.ActivatedAt,
                            IsRotation = true,
                        }),
                    ],
                }),
            })),
        new("first-key-holds-all-back", "MAC-12", "a channel's first key holds back every other channel",
            Alter.Rules(MacSecRules.FirstKeyBaked with
            {
                Decide = key => key.Keys.Any(other => other.ActivatedAt is { } at
                    && key.Now < DateTimeOffset.FromUnixTimeMilliseconds(at) + MacSecRules.BakeTime)
                        ? MacSecRules.CreatedByManager.Decide(key with { Caller = new("nobody") })
                        : null,
            })),
        new("first-key-bakes-a-second-less", "MAC-12", "a first key bakes for one second less than two hours",
            Baked(MacSecRules.FirstKeyBaked, key => key with { Now = key.Now + Second })),
        new("never-active", "MAC-13", "a key never becomes active", Alter.Deliveries(
            Activation, (_, _, _) => Task.FromResult<DeliveryResult>(new DeliveryResult.Done()))),
        new("active-in-the-answer", "MAC-13", "a key is answered as active when it is accepted",
            Wire.Answers(CreateMacSecKey, json => json["active"] = true)),
    ];

    private static IEnumerable<Mutant> KeyMaterial =>
    [
        new("cak-of-any-length", "MAC-15", "a CAK between 16 and 32 octets is accepted",
            Material(material =>
                material with { Cak = material.Cak is { Length: > 32 and < 64 } ? Cak : material.Cak })),
        new("short-cak-padded", "MAC-15", "a CAK that is too short is accepted",
            Material(material => material with { Cak = material.Cak is { Length: < 32 } ? Cak : material.Cak })),
        new("long-cak-cut", "MAC-15", "a CAK that is too long is accepted",
            Material(material => material with { Cak = material.Cak is { Length: > 64 } ? Cak : material.Cak })),
        new("ckn-one-octet-longer", "MAC-15", "a CKN of 33 octets is accepted",
            Material(material => material with { Ckn = material.Ckn is { Length: 66 } ? "00" : material.Ckn })),
        new("odd-digit-ignored", "MAC-15", "a digit too many in a CKN is passed over", Material(material =>
            material with { Ckn = material.Ckn is { Length: > 2 } ckn ? ckn[..^(ckn.Length % 2)] : material.Ckn })),
        new("ckn-not-read", "MAC-15", "a CKN that is not hex is accepted", Material(material =>
            material with { Ckn = material.Ckn is { Length: > 0 and < 65 } ? "00" : material.Ckn })),
        new("short-ckn-refused", "MAC-15", "a CKN of one octet is refused",
            Material(material => material with { Ckn = material.Ckn is { Length: 2 } ? "" : material.Ckn })),
        new("long-cak-refused", "MAC-15", "a CAK of 32 octets is refused",
            Material(material => material with { Cak = material.Cak is { Length: 64 } ? "" : material.Cak })),
    ];

    private static string Cak { get; } = new('0', 32);

    private static Alteration Baked(Reference.Rules.RefusalRule<NewKeyCase> rule, Func<NewKeyCase, NewKeyCase> seen) =>
        Alter.Rules(rule with { Decide = key => rule.Decide(seen(key)) });

    private static Alteration Material(Func<KeyMaterialCase, KeyMaterialCase> seen) =>
        Alter.Rules(MacSecRules.MaterialWellFormed with
        {
            Decide = material => MacSecRules.MaterialWellFormed.Decide(seen(material)),
        });
}
