using System.Text.Json.Nodes;
using Harness.Cli.Efficacy.Altering;
using Harness.Cli.Local;
using Harness.Protocol.Operations;
using static Harness.Protocol.Operations.PublishedOperations;

namespace Harness.Cli.Efficacy.Mutants;

/// <summary>What a delete leaves behind, or takes too much (DEL-01 to DEL-06, DFE-01).</summary>
internal static class DeleteMutants
{
    public static IEnumerable<Mutant> All => [.. OfConnections, .. OfWhatIsGone];

    private static IEnumerable<Mutant> OfConnections =>
    [
        new("delete-answered-not-made", "DEL-01", "a delete is answered 200 and not carried out",
            Wire.Calls(DeleteConnection, _ => Task.FromResult(Reply.Of(200, new JsonObject())))),
        new("delete-is-204", "DEL-01", "a delete is answered 204", Wire.Status(DeleteConnection, 200, 204)),
        new("delete-answers-fields", "DEL-01", "a delete is answered with more than an empty object",
            Wire.Answers(DeleteConnection, json => json["deleted"] = true)),
        new("deleted-still-listed", "DEL-01", "a list shows what it showed before a delete",
            Alter.With<Memory>(memory => Wire.Calls(async call =>
            {
                var url = $"{call.Path}{call.Http.Request.QueryString}";
                var reply = await call.ProceedAsync();
                if (call.Operation == CreateConnection)
                    memory.Forget(url.Split('?')[0]);
                return call.Operation == ListConnections && reply.IsSuccess
                    ? Reply.Of(200, JsonNode.Parse(memory.KeepFirst(url, reply.Json().ToJsonString())))
                    : reply;
            }))),
        new("deleted-still-readable", "DEL-01", "a connection is read from a cache that no delete clears",
            Cached(GetConnection, DeleteFeature)),
        new("features-outlive-their-connection", "DEL-02", "features are read when their connection is gone",
            Cached(GetFeature, DeleteFeature)),
        new("bandwidth-kept", "DEL-03", "a delete gives no bandwidth back",
            During.Sql(DeleteConnection, Reservations.Reserve, "reserved_mbps = reserved_mbps + 0 * @mbps")),
        new("bandwidth-given-back-twice", "DEL-03", "a delete gives twice the bandwidth back",
            Alter.All(
                Reservations.Unchecked,
                During.Sql(DeleteConnection, Reservations.Reserve, "reserved_mbps = reserved_mbps + 2 * @mbps"))),
        new("vlans-kept", "DEL-03", "the VLANs of a deleted connection stay taken", KeepVlans(DeleteConnection)),
        new("verified-is-not-deleted", "DEL-04", "a VERIFIED connection is not deleted",
            NotDeleted("verification_state = 'Verified'")),
        new("negotiated-is-not-deleted", "DEL-04", "a connection with features under negotiation is not deleted",
            NotDeleted("available = 0 AND EXISTS (SELECT 1 FROM features f WHERE f.connection_id = c.id)")),
        new("fresh-is-not-deleted", "DEL-04", "a connection without features is not deleted",
            NotDeleted("NOT EXISTS (SELECT 1 FROM features f WHERE f.connection_id = c.id)")),
        new("updated-is-not-deleted", "DEL-04", "a connection that was updated is not deleted",
            Alter.With<Memory>(memory => Wire.Calls(async call =>
            {
                if (call.Operation == DeleteConnection && memory.Knows(call.Path))
                    return Reply.Of(409);
                var reply = await call.ProceedAsync();
                if (call.Operation == UpdateConnection && reply.IsSuccess)
                    memory.Keep(call.Path);
                return reply;
            }))),
    ];

    private static IEnumerable<Mutant> OfWhatIsGone =>
    [
        new("second-delete-is-500", "DEL-06", "a second delete is answered 500",
            Wire.Status(DeleteConnection, 404, 500)),
        new("second-delete-frees-again", "DEL-06", "a second delete gives the bandwidth back again",
            SecondDelete("UPDATE interconnects SET reserved_mbps = reserved_mbps - 1 WHERE name = @name")),
        new("second-delete-takes-another", "DEL-06", "a delete of what is gone takes another connection",
            SecondDelete(
                "UPDATE connections SET bandwidth_mbps = bandwidth_mbps + 1 "
                + "WHERE interconnect_id = (SELECT id FROM interconnects WHERE name = @name)")),
        new("feature-delete-answered-not-made", "DFE-01", "the delete of a feature is not carried out",
            Wire.Calls(DeleteFeature, _ => Task.FromResult(Reply.Of(200, new JsonObject())))),
        new("vlan-of-a-deleted-feature-kept", "DFE-01", "the VLAN of a deleted feature stays taken",
            KeepVlans(DeleteFeature)),
        new("id-of-a-deleted-feature-kept", "DFE-01", "the id of a deleted feature stays taken",
            Alter.With<Memory>(memory => Wire.Calls(async call =>
            {
                if (call.Operation == CreateFeature && memory.Knows($"{call.Path}/{call.Query("featureId")}"))
                    return Reply.Of(409);
                var reply = await call.ProceedAsync();
                if (call.Operation == DeleteFeature && reply.IsSuccess)
                    memory.Keep(call.Path);
                return reply;
            }))),
        new("siblings-deleted-too", "DFE-01", "the delete of a feature takes the connection's others with it",
            Schema.After("DELETE ON features", "DELETE FROM features WHERE connection_id = OLD.connection_id")),
        new("feature-delete-takes-the-connection", "DFE-01", "the delete of a feature takes the connection with it",
            Wire.Calls(DeleteFeature, async call =>
            {
                var reply = await call.ProceedAsync();
                call.Http.Request.Path = $"/{string.Join('/', call.Segments[..^2])}";
                call.Http.SetEndpoint(null);
                await call.ProceedAsync();
                return reply;
            })),
    ];

    private static Alteration Cached(Operation read, Operation clears) =>
        Alter.With<Memory>(memory => Wire.Calls(async call =>
        {
            var reply = await call.ProceedAsync();
            if (call.Operation == clears)
                memory.Forget(call.Path);
            if (call.Operation != read)
                return reply;
            if (reply.IsSuccess)
                memory.Keep(call.Path, reply.Json().ToJsonString());
            return memory.Of(call.Path) is { } known ? Reply.Of(200, JsonNode.Parse(known)) : reply;
        }));

    // What is taken is remembered by the feature's name; what stays taken, by channel and VLAN.
    private static Alteration KeepVlans(Operation delete) =>
        Alter.With<Memory>(memory => Wire.Calls(async call =>
        {
            var json = call.Json();
            var wanted = $"{json["channel"]} {json["featureConfig"]?["l3BaseConfig"]?["vlanId"]}";
            if (call.Operation == CreateFeature && memory.Knows(wanted))
                return Reply.Of(409);
            var reply = await call.ProceedAsync();
            if (call.Operation == CreateFeature && reply.IsSuccess)
                memory.Keep($"{call.Path}/{call.Query("featureId")}", wanted);
            if (call.Operation == delete && reply.IsSuccess)
                foreach (var feature in memory.NamesBelow(call.Path))
                    memory.Keep(memory.Of(feature)!);
            return reply;
        }));

    private static Alteration NotDeleted(string condition) => options => Wire.Calls(DeleteConnection, async call =>
    {
        await using var state = await options.Store.BeginReadAsync(call.Http.RequestAborted);
        var held = await state.ScalarAsync<bool>(
            "SELECT EXISTS (SELECT 1 FROM connections c JOIN interconnects i ON i.id = c.interconnect_id "
            + $"WHERE i.name = @name AND c.uuid = @uuid AND {condition})",
            new { name = string.Join('/', call.Segments[..^2]), uuid = call.Segments[^1] });
        return held ? Reply.Of(409) : await call.ProceedAsync();
    })(options);

    private static Alteration SecondDelete(string sql) => Alter.All(
        Reservations.Unchecked,
        options => Wire.Calls(DeleteConnection, async call =>
        {
            var reply = await call.ProceedAsync();
            if (reply.Status == 404)
                await During.WriteAsync(options, sql, new { name = string.Join('/', call.Segments[..^2]) });
            return reply;
        })(options));
}
