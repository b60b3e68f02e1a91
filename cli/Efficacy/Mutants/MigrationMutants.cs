using System.Text.Json.Nodes;
using Harness.Cli.Efficacy.Altering;
using Harness.Reference.Connections;
using Harness.Reference.Errors;
using static Harness.Protocol.Operations.PublishedOperations;

namespace Harness.Cli.Efficacy.Mutants;

/// <summary>Resources of one UUID on two interconnects share what they should not (MIG-01 to MIG-08).</summary>
internal static class MigrationMutants
{
    private const string OtherPlacement = "uuid = OLD.uuid AND id <> OLD.id";

    public static IEnumerable<Mutant> All => [.. Making, .. Breaking];

    private static IEnumerable<Mutant> Making =>
    [
        new("live-uuid-refused", "MIG-01", "a UUID that is live is refused on any other interconnect",
            Alter.Rules(ConnectionRules.NotThereYet with
            {
                Decide = @case => @case.Migrates
                    ? new Refusal(ErrorCode.AlreadyExists, "expected a new connection, found one of that id")
                    : null,
            })),
        new("migration-answers-the-old", "MIG-01", "a migration is answered with the old connection's name",
            Alter.With<Memory>(memory => Wire.Answers(CreateConnection, (call, json) =>
                json["name"] = memory.KeepFirst($"{call.Query("connectionId")}", $"{json["name"]}")))),
        new("features-shared-by-uuid", "MIG-02", "the new connection lists the features of the old one",
            Alter.Sql(
                "FROM features WHERE connection_id = @connectionId AND feature_id > @after",
                "FROM features WHERE connection_id IN (SELECT id FROM connections WHERE uuid = "
                + "(SELECT uuid FROM connections WHERE id = @connectionId)) AND feature_id > @after")),
        new("features-moved", "MIG-02", "a migration takes the features of the old connection away",
            Schema.After(
                "INSERT ON connections",
                "DELETE FROM features WHERE connection_id IN "
                + "(SELECT id FROM connections WHERE uuid = NEW.uuid AND id <> NEW.id)")),
        new("old-is-unverified", "MIG-03", "the old connection is UNVERIFIED once the new one is accepted",
            Schema.After(
                "INSERT ON connections",
                "UPDATE connections SET verification_state = 'Unverified' WHERE uuid = NEW.uuid")),
        new("verification-moves", "MIG-03", "the old connection is UNVERIFIED once the new one is VERIFIED",
            Schema.After(
                "UPDATE OF verification_state ON connections WHEN NEW.verification_state = 'Verified'",
                "UPDATE connections SET verification_state = 'Unverified' WHERE uuid = NEW.uuid AND id <> NEW.id")),
    ];

    private static IEnumerable<Mutant> Breaking =>
    [
        new("delete-takes-both", "MIG-05", "the delete of the old connection takes the new one with it",
            Schema.After("DELETE ON connections", $"DELETE FROM connections WHERE {OtherPlacement}")),
        new("delete-takes-features-of-both", "MIG-05", "the delete of the old connection takes the new one's features",
            Schema.After(
                "DELETE ON connections",
                $"DELETE FROM features WHERE connection_id IN (SELECT id FROM connections WHERE {OtherPlacement})")),
        new("old-bandwidth-kept", "MIG-05", "the delete of the old connection does not free its interconnect",
            Schema.After(
                $"DELETE ON connections WHEN EXISTS (SELECT 1 FROM connections WHERE {OtherPlacement})",
                "UPDATE interconnects SET reserved_mbps = reserved_mbps + OLD.bandwidth_mbps "
                + "WHERE id = OLD.interconnect_id")),
        new("new-bandwidth-freed", "MIG-05", "the delete of the old connection frees the new one's interconnect",
            Alter.All(
                Reservations.Unchecked,
                Schema.After(
                    "DELETE ON connections",
                    "UPDATE interconnects SET reserved_mbps = reserved_mbps - OLD.bandwidth_mbps WHERE id IN "
                    + $"(SELECT interconnect_id FROM connections WHERE {OtherPlacement})"))),
        new("migrates-between-environments", "MIG-06", "a UUID moves to another environment",
            Alter.Rules(
                ConnectionRules.StaysInEnvironment with { Decide = _ => null },
                ConnectionRules.EnvironmentOfIntent with { Decide = _ => null })),
        new("portal-lists-placements", "MIG-08", "the portal shows a migrating connection twice",
            Alter.With<Memory>(memory => Wire.Calls(async call =>
            {
                var reply = await call.ProceedAsync();
                if (call.Operation == CreateConnection && reply.IsSuccess)
                    memory.Count($"{call.Query("connectionId")}");
                return call.Path == "portal/v1/connections" && call.Http.Request.Method == "GET"
                    ? reply.Edited(json => Repeat(json, memory))
                    : reply;
            }))),
        new("portal-hides-the-migrated", "MIG-08", "the portal shows no connection once the old one is deleted",
            Alter.With<Memory>(memory => Wire.Calls(async call =>
            {
                var reply = await call.ProceedAsync();
                if (call.Operation == DeleteConnection && reply.IsSuccess)
                    memory.Keep(call.Segments[^1], "0");
                return call.Path == "portal/v1/connections" && call.Http.Request.Method == "GET"
                    ? reply.Edited(json => Repeat(json, memory))
                    : reply;
            }))),
    ];

    private static void Repeat(JsonObject json, Memory memory)
    {
        if (json["connections"] is not JsonArray list)
            return;
        var repeated = list.SelectMany(one => Enumerable.Repeat(
            one, int.Parse(memory.Of($"{one!["connectionId"]}") ?? "1")));
        json["connections"] = new JsonArray([.. repeated.Select(one => one!.DeepClone())]);
    }
}
