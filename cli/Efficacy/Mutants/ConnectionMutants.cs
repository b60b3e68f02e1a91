using System.Text.Json.Nodes;
using Harness.Cli.Efficacy.Altering;
using Harness.Protocol.Resources;
using Harness.Reference.Connections;
using Harness.Reference.Outbox;
using static Harness.Protocol.Operations.PublishedOperations;

namespace Harness.Cli.Efficacy.Mutants;

/// <summary>Placing a connection on an interconnect (CON-01 to CON-08, CON-15, DFR-01, IXC-01, IXC-02).</summary>
internal static class ConnectionMutants
{
    public static IEnumerable<Mutant> All => [.. Acceptance, .. Refusals, .. Interconnects];

    private static IEnumerable<Mutant> Acceptance =>
    [
        new("created-is-201", "CON-01", "an accepted connection is answered 201",
            Wire.Status(CreateConnection, 200, 201)),
        new("takes-over-and-does-nothing", "DFR-01", "a deferred creation is accepted and not driven",
            Alter.Deliveries(
                DeliveryKinds.AskGuidance,
                (_, _, _) => Task.FromResult<DeliveryResult>(new DeliveryResult.Done()))),
        new("verified-at-birth", "CON-01", "a new connection is VERIFIED",
            Alter.Sql(Reservations.Born, Reservations.Born.Replace("Unv", "V"))),
        new("not-listed-until-verified", "CON-01", "a list leaves out connections that are not VERIFIED",
            Alter.Sql("c.uuid > @after", "c.uuid > @after AND c.verification_state = 'Verified'")),
        new("created-is-not-stored", "CON-01", "a new connection is answered and cannot be read",
            Wire.Calls(GetConnection, _ => Task.FromResult(Reply.Of(404)))),
        new("reservation-not-made", "CON-02", "a new connection holds no bandwidth",
            Alter.All(
                Reservations.Unchecked,
                Alter.Sql(Reservations.Reserve, "reserved_mbps = reserved_mbps + MIN(0, @mbps)"))),
        new("half-reserved", "CON-02", "a new connection holds half of its bandwidth",
            Alter.All(
                Reservations.Unchecked,
                During.Sql(CreateConnection, Reservations.Reserve, "reserved_mbps = reserved_mbps + @mbps / 2"))),
        new("create-is-repeatable", "CON-03", "a second creation of a connection is answered 200",
            Alter.With<Memory>(memory => Wire.Calls(CreateConnection, async call =>
            {
                var name = $"{call.Path}/{call.Query("connectionId")}";
                var reply = await call.ProceedAsync();
                if (reply.IsSuccess)
                    memory.Keep(name, $"{reply.Json().ToJsonString()}");
                return reply.Status == 409 && memory.Of(name) is { } before
                    ? reply.WithJson(JsonNode.Parse(before)) with { Status = 200 }
                    : reply;
            }))),
        new("conflict-is-400", "CON-03", "a connection that is there is answered 400",
            Wire.Status(CreateConnection, 409, 400)),
        new("no-room-is-403", "CON-04", "lack of room is answered 403", Wire.Status(CreateConnection, 409, 403)),
    ];

    private static IEnumerable<Mutant> Refusals =>
    [
        new("any-room-is-enough", "IXC-02", "a connection is accepted as long as any bandwidth is left",
            Alter.All(
                Alter.Rules(ConnectionRules.Fits with
                {
                    Decide = @case => @case.Interconnect.FreeMbps > 0 ? null : ConnectionRules.Fits.Decide(@case),
                }),
                Alter.Sql(Reservations.Guard, ""))),
        new("exact-fit-refused", "CON-08", "a connection that takes the last of the bandwidth is refused",
            Alter.Rules(ConnectionRules.Fits with
            {
                Decide = @case => ConnectionRules.Fits.Decide(@case with { BandwidthMbps = @case.BandwidthMbps + 1 }),
            })),
        new("refused-key-leaks-bandwidth", "CON-07", "a connection refused for its bandwidth keeps its reservation",
            options => Wire.Calls(CreateConnection, async call =>
            {
                var reply = await call.ProceedAsync();
                if (reply.Status is 400 or 403 or 422 && (int?)call.Json()["bandwidthMbps"] is > 0 and var mbps)
                    await During.WriteAsync(
                        options,
                        "UPDATE interconnects SET reserved_mbps = reserved_mbps + @mbps "
                        + "WHERE name = @name AND reserved_mbps + @mbps <= max_mbps",
                        new { mbps, name = string.Join('/', call.Segments[..^1]) });
                return reply;
            })(options)),
        new("key-compared-by-uuid", "CON-06", "of the key that a connection carries only the UUID is compared",
            Alter.Rules(ConnectionRules.KeyOfThisConnection with
            {
                Decide = @case => @case.Key?.SharedConnectionUuid == @case.Customer?.Uuid
                    ? null
                    : ConnectionRules.KeyOfThisConnection.Decide(@case),
            })),
        new("refused-key-is-spent", "CON-06", "a connection that was refused once is refused for ever",
            Alter.With<Memory>(memory => Wire.Calls(CreateConnection, async call =>
            {
                var name = $"{call.Query("connectionId")}";
                if (memory.Knows(name))
                    return Reply.Of(400);
                var reply = await call.ProceedAsync();
                if (reply.Status is >= 400 and not 409)
                    memory.Keep(name);
                return reply;
            }))),
        new("smaller-than-key-accepted", "CON-07", "a connection smaller than its key is accepted",
            Alter.Rules(ConnectionRules.BandwidthOfIntent with
            {
                Decide = @case => @case.BandwidthMbps < @case.Customer?.KeyMbps
                    ? null
                    : ConnectionRules.BandwidthOfIntent.Decide(@case),
            })),
    ];

    private static IEnumerable<Mutant> Interconnects =>
    [
        new("deferral-is-409", "DFR-01", "a deferred creation is refused with 409",
            Wire.Calls(CreateConnection, async call => await call.ProceedAsync() is var reply
                && (bool?)call.Json()["deferProvisioning"] is true ? reply with { Status = 409 } : reply)),
        new("deferral-ignored", "DFR-01", "a deferred creation is accepted and driven by nobody",
            Wire.Requests(CreateConnection, (_, json) => json.Remove("deferProvisioning"))),
        new("pending-takes-connections", "IXC-01", "a PENDING interconnect takes connections",
            TakenBy(InterconnectState.Pending)),
        new("closed-takes-connections", "IXC-01", "a CLOSED interconnect takes connections",
            TakenBy(InterconnectState.Closed)),
        new("closed-hides-its-connections", "IXC-01", "a CLOSED interconnect does not show the connections that it has",
            Alter.Sql("i.name = @interconnect AND c.uuid = @uuid",
                "i.name = @interconnect AND c.uuid = @uuid AND i.state <> 'Closed'")),
        new("removed-after-6-days", "CON-15", "a connection that was never finalized is gone after 6 days",
            options => Alter.With<Memory>(memory => Wire.Calls(async call =>
            {
                var now = options.Clock.GetUtcNow().ToUnixTimeSeconds();
                var reply = await call.ProceedAsync();
                if (call.Operation == CreateConnection && reply.IsSuccess)
                    memory.Keep($"{call.Path}/{call.Query("connectionId")}", $"{now + (6 * 24 * 3600)}");
                return call.Operation == GetConnection && memory.Of(call.Path) is { } end && long.Parse(end) < now
                    ? Reply.Of(404)
                    : reply;
            }))(options)),
    ];

    private static Local.Alteration TakenBy(InterconnectState state) =>
        Alter.Rules(ConnectionRules.InterconnectActive with
        {
            Decide = @case => @case.Interconnect.State == state
                ? null
                : ConnectionRules.InterconnectActive.Decide(@case),
        });
}
