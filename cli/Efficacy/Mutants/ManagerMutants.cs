using Harness.Cli.Efficacy.Altering;
using Harness.Cli.Local;
using Harness.Reference.MacSec;
using Harness.Reference.Outbox;
using static Harness.Protocol.Operations.PublishedOperations;

namespace Harness.Cli.Efficacy.Mutants;

/// <summary>Rotations that the reference makes as the manager of keys (MAC-10, MAC-11, MAC-18).</summary>
internal static class ManagerMutants
{
    // The kind of the delivery that deletes the old key.
    private const string Retirement = "macsec-retire";

    public static IEnumerable<Mutant> All =>
    [
        new("given-before-installed", "MAC-10", "the peer has a new key before the manager's own device",
            Alter.With<Memory>(memory => Alter.All(
                Outgoing.Calls(CreateMacSecKey, async call =>
                {
                    var answer = await call.ProceedAsync();
                    memory.Keep(KeyOf(call));
                    return answer;
                }),
                Wire.Answers(ListMacSecKeys, json =>
                {
                    var keys = json["macSecKeys"] as System.Text.Json.Nodes.JsonArray ?? [];
                    foreach (var early in keys.OfType<System.Text.Json.Nodes.JsonObject>()
                        .Where(key => (bool?)key["active"] != true && !memory.Knows($"{key["name"]}".Split('/')[^1]))
                        .ToList())
                        keys.Remove(early);
                })))),
        new("used-before-given", "MAC-10", "the manager uses a new key before the peer has it",
            options => Outgoing.Calls(CreateMacSecKey, async call =>
            {
                await During.WriteAsync(
                    options,
                    "UPDATE macsec_keys SET active = (key_id = @id) "
                        + "WHERE channel = (SELECT channel FROM macsec_keys WHERE key_id = @id)",
                    new { id = KeyOf(call) });
                return await call.ProceedAsync();
            })(options)),
        new("old-key-kept", "MAC-11", "the old key is not deleted", Alter.Deliveries(
            Retirement, (_, _, _) => Task.FromResult<DeliveryResult>(new DeliveryResult.Done()))),
        new("old-key-deleted-first", "MAC-11", "the old key's delete is asked for before the new key is given",
            Alter.With<Memory>(memory => Outgoing.Calls(CreateMacSecKey, async call =>
            {
                var channel = call.Path.Split("/macSecKeys")[0];
                if (memory.Of(channel) is { } old)
                    await call.DeleteAsync($"{channel}/macSecKeys/{old}");
                memory.Keep(channel, KeyOf(call));
                return await call.ProceedAsync();
            }))),
        new("request-answered-not-made", "MAC-18", "a request for a rotation is answered 200 and leads to none",
            Wire.Calls(RequestMacSecKeyRotation, _ => Task.FromResult(
                Reply.Of(200, new System.Text.Json.Nodes.JsonObject())))),
        new("request-ignores-the-bake", "MAC-18", "a rotation is made at the peer's request however short after one",
            Unbaked(call => call.Operation == RequestMacSecKeyRotation)),
        new("schedule-ignores-the-bake", "MAC-18", "the manager's own schedule does not look at the bake time",
            Unbaked(call => call.Path == "operator/v1/rotations")),
        new("request-ignores-other-rotations", "MAC-18", "a rotation is made on request while another channel has one",
            Inside(
                call => call.Operation == RequestMacSecKeyRotation,
                inside => Alter.Rules(MacSecRules.NoOtherInRotation with
                {
                    Decide = key => inside() ? null : MacSecRules.NoOtherInRotation.Decide(key),
                }))),
        new("request-for-nothing-is-400", "MAC-18", "a request for a channel that is not there is answered 400",
            Wire.Status(RequestMacSecKeyRotation, 404, 400)),
    ];

    private static string KeyOf(PeerCall call) => call.Path.Split("macSecKeyId=")[^1].Split('&')[0];

    private static Alteration Unbaked(Func<Call, bool> where) => Inside(where, inside => Alter.Rules(
        MacSecRules.BakeTimeOver with { Decide = key => inside() ? null : MacSecRules.BakeTimeOver.Decide(key) },
        MacSecRules.FirstKeyBaked with { Decide = key => inside() ? null : MacSecRules.FirstKeyBaked.Decide(key) }));

    private static Alteration Inside(Func<Call, bool> where, Func<Func<bool>, Alteration> alter) => options =>
    {
        var inside = new AsyncLocal<bool>();
        return Alter.All(
            Wire.Calls(call =>
            {
                inside.Value = where(call);
                return call.ProceedAsync();
            }),
            alter(() => inside.Value))(options);
    };
}
