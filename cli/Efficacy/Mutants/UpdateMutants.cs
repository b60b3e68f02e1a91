using Harness.Cli.Efficacy.Altering;
using Harness.Reference.Connections;
using Harness.Reference.Outbox;
using static Harness.Protocol.Operations.PublishedOperations;

namespace Harness.Cli.Efficacy.Mutants;

/// <summary>Changes of bandwidth (UPD-01 to UPD-08, PRO-06).</summary>
internal static class UpdateMutants
{
    private const string Set = "UPDATE connections SET bandwidth_mbps = @mbps WHERE uuid = @uuid";

    public static IEnumerable<Mutant> All => [.. Accepted, .. Refused];

    private static IEnumerable<Mutant> Accepted =>
    [
        new("update-answered-not-made", "UPD-01", "an update is answered 200 and not carried out",
            Wire.Calls(UpdateConnection, async call =>
            {
                call.Http.Request.Method = "GET";
                var reply = await call.ProceedAsync([]);
                return reply.IsSuccess
                    ? reply.Edited(json => json["bandwidthMbps"] = call.Json()["bandwidthMbps"]?.DeepClone())
                    : reply;
            })),
        new("update-answers-the-old", "UPD-01", "an update is carried out and answered with the old bandwidth",
            Alter.With<Memory>(memory => Alter.All(
                Wire.Answers(GetConnection, (call, json) => memory.Keep(call.Path, $"{json["bandwidthMbps"]}")),
                Wire.Answers(UpdateConnection, json => json["bandwidthMbps"] = 1)))),
        new("increase-not-reserved", "UPD-01", "an increase takes nothing from the interconnect",
            Alter.All(
                Reservations.Unchecked,
                During.Sql(
                    UpdateConnection, Reservations.Reserve, "reserved_mbps = reserved_mbps + MIN(0, @mbps)"))),
        new("decrease-not-given-back", "UPD-01", "a decrease gives nothing back to the interconnect",
            During.Sql(UpdateConnection, Reservations.Reserve, "reserved_mbps = reserved_mbps + MAX(0, @mbps)")),
        new("whole-size-reserved", "UPD-01", "an increase takes the new bandwidth and not the difference",
            During.Sql(
                UpdateConnection,
                Reservations.Reserve,
                "reserved_mbps = MIN(max_mbps, reserved_mbps + 2 * @mbps)")),
    ];

    private static IEnumerable<Mutant> Refused =>
    [
        new("update-needs-any-room", "UPD-02", "an increase is accepted as long as any bandwidth is left",
            Alter.All(
                Alter.Rules(UpdateRules.Fits with
                {
                    Decide = @case => @case.Interconnect.FreeMbps > 0 ? null : UpdateRules.Fits.Decide(@case),
                }),
                During.Sql(UpdateConnection, Reservations.Guard, ""))),
        new("update-without-room-is-400", "UPD-02", "lack of room for an update is answered 400",
            Wire.Status(UpdateConnection, 409, 400)),
        new("refused-update-is-made", "UPD-02", "an update is refused with 409 and carried out",
            options => Wire.Calls(UpdateConnection, async call =>
            {
                var reply = await call.ProceedAsync();
                if (reply.Status == 409)
                    await During.WriteAsync(
                        options,
                        Set,
                        new { mbps = (int?)call.Json()["bandwidthMbps"] ?? 1, uuid = call.Segments[^1] });
                return reply;
            })(options)),
        new("refused-update-gives-back", "UPD-02", "a refused update gives back bandwidth that stays in use",
            Alter.All(Reservations.Unchecked, options => Wire.Calls(UpdateConnection, async call =>
            {
                var reply = await call.ProceedAsync();
                if (reply.Status == 409)
                    await During.WriteAsync(
                        options,
                        "UPDATE interconnects SET reserved_mbps = reserved_mbps - 1 WHERE name = @name",
                        new { name = string.Join('/', call.Segments[..^2]) });
                return reply;
            })(options))),
        new("own-update-outlived", "UPD-03", "the customer's own update is taken for over once the peer is asked",
            Alter.Rules(UpdateRules.NoOwnUpdate with
            {
                Decide = @case => @case.Connection.UpdateState == UpdateState.Asking
                    ? null
                    : UpdateRules.NoOwnUpdate.Decide(@case),
            })),
        new("conflicting-update-waits", "UPD-03", "the peer's update in the midst of an own one is answered 400",
            Wire.Status(UpdateConnection, 409, 400)),
        new("first-field-of-the-mask", "UPD-05", "of an update mask only the first field is looked at",
            Alter.Rules(UpdateRules.OnlyBandwidth with
            {
                Decide = mask => UpdateRules.OnlyBandwidth.Decide([.. mask.Take(1)]),
            })),
        new("unknown-fields-of-the-mask-ignored", "UPD-05", "fields that an update mask should not know are ignored",
            Alter.Rules(UpdateRules.OnlyBandwidth with
            {
                Decide = mask => UpdateRules.OnlyBandwidth.Decide([.. mask.Where(name => name is not "colour")]),
            })),
        new("mask-of-bandwidth-refused", "UPD-05", "an update with a mask is refused",
            Wire.Calls(UpdateConnection, call => call.Query("updateMask") is null
                ? call.ProceedAsync()
                : Task.FromResult(Reply.Of(400)))),
        new("update-not-notified", "UPD-08", "neither the beginning nor the completion of a change is notified",
            Alter.With<Memory>(memory => Alter.All(
                Wire.Calls(UpdateConnection, call =>
                {
                    memory.Keep(call.Path);
                    return call.ProceedAsync();
                }),
                Alter.Deliveries(
                    DeliveryKinds.NotifyConnectionStatus,
                    (delivery, handler, cancellation) => memory.Knows(delivery.Subject)
                        ? Task.FromResult<DeliveryResult>(new DeliveryResult.Done())
                        : handler.DeliverAsync(delivery, cancellation))))),
    ];
}
