using System.Net.Sockets;
using System.Text.Json.Nodes;
using Harness.Cli.Efficacy.Altering;
using Harness.Reference.Connections;
using Harness.Reference.Features;
using Harness.Reference.MacSec;
using Harness.Reference.Store;
using static Harness.Protocol.Operations.PublishedOperations;

namespace Harness.Cli.Efficacy.Mutants;

/// <summary>
/// What is checked is no longer so when it is acted on (CON-13, CON-14, FEA-09, MAC-14, UPD-04, DEL-07).
/// </summary>
internal static class RaceMutants
{
    public static IEnumerable<Mutant> All => [.. Grants, .. Changes];

    private static IEnumerable<Mutant> Grants =>
    [
        new("double-grant", "CON-13", "the last bandwidth is granted to all who ask for it at one time",
            During.CheckThenAct(
                CreateConnection,
                (call, state) => state.ScalarAsync<int>(
                    "SELECT max_mbps - reserved_mbps FROM interconnects WHERE name = @name",
                    new { name = string.Join('/', call.Segments[..^1]) }),
                free => Alter.All(
                    Alter.Rules(ConnectionRules.Fits with
                    {
                        Decide = @case => @case.BandwidthMbps <= free() ? null : ConnectionRules.Fits.Decide(@case),
                    }),
                    Alter.Sql(Reservations.Guard, "")))),
        new("created-together", "CON-14", "creations of one connection at one time are all accepted",
            During.CheckThenAct(
                CreateConnection,
                async (call, state) => await state.ScalarAsync<int>(
                    "SELECT COUNT(*) FROM connections WHERE uuid = @uuid",
                    new { uuid = call.Query("connectionId") }) == 0,
                isNew => Alter.All(
                    Alter.Rules(ConnectionRules.NotThereYet with
                    {
                        Decide = @case => isNew() ? null : ConnectionRules.NotThereYet.Decide(@case),
                    }),
                    Alter.Sql(
                        Reservations.Born,
                        $"{Reservations.Born} ON CONFLICT DO UPDATE SET bandwidth_mbps = excluded.bandwidth_mbps")))),
        new("vlan-granted-twice", "FEA-09", "a VLAN is granted to all who propose it at one time",
            During.CheckThenAct(
                CreateFeature,
                async (call, state) => !await FeatureStore.VlanTakenAsync(
                    state, $"{call.Json()["channel"]}", (int?)L3(call)?["vlanId"] ?? 0),
                isFree => Alter.All(
                    Alter.Rules(ReservationRules.VlanFree with
                    {
                        Decide = @case => isFree() ? null : ReservationRules.VlanFree.Decide(@case),
                    }),
                    Alter.Sql("UNIQUE (channel, vlan_id)", "CHECK (1)")))),
        new("subnet-granted-twice", "FEA-09", "a subnet is granted to all who propose it at one time",
            During.CheckThenAct(
                CreateFeature,
                IsSubnetFreeAsync,
                isFree => Alter.All(
                    Alter.Rules(ReservationRules.Ipv4Free with
                    {
                        Decide = @case => isFree() ? null : ReservationRules.Ipv4Free.Decide(@case),
                    }),
                    Alter.Sql("CREATE UNIQUE INDEX features_ipv4", "CREATE INDEX features_ipv4")))),
    ];

    private static IEnumerable<Mutant> Changes =>
    [
        new("rotations-together", "MAC-14", "keys at one time for several channels are all accepted",
            During.CheckThenAct(
                CreateMacSecKey,
                (call, state) => state.QueryAsync<MacSecKeyRow>(
                    """
                    SELECT id, channel, key_id, ckn, start_time, active, activated_at, is_rotation
                    FROM macsec_keys WHERE channel LIKE @interconnect || '/%'
                    """,
                    new { interconnect = string.Join('/', call.Segments[..^3]) }),
                keys => Alter.Rules(
                    MacSecRules.NoOtherInRotation with
                    {
                        Decide = key => MacSecRules.NoOtherInRotation.Decide(key with { Keys = keys() ?? key.Keys }),
                    },
                    MacSecRules.BakeTimeOver with
                    {
                        Decide = key => MacSecRules.BakeTimeOver.Decide(key with { Keys = keys() ?? key.Keys }),
                    },
                    MacSecRules.InterconnectHasRoom with
                    {
                        Decide = key => MacSecRules.InterconnectHasRoom.Decide(key with { Keys = keys() ?? key.Keys }),
                    }))),
        new("updates-together-lose-reservations", "UPD-04", "of updates at one time the reservation is lost",
            During.ContendedSql(
                call => call.Operation == UpdateConnection ? call.Path : null,
                _ => true,
                Reservations.Reserve,
                "reserved_mbps = reserved_mbps + 0 * @mbps")),
        new("delete-beside-an-update-keeps-bandwidth", "DEL-07", "a delete that meets an update gives nothing back",
            During.ContendedSql(
                call => call.Operation == UpdateConnection || call.Operation == DeleteConnection ? call.Path : null,
                call => call.Operation == DeleteConnection,
                Reservations.Reserve,
                "reserved_mbps = reserved_mbps + 0 * @mbps")),
        new("delete-beside-a-proposal-keeps-its-vlan", "DEL-07", "a proposal that meets a delete keeps its VLAN",
            options => Alter.With<Memory>(memory => Wire.Calls(async call =>
            {
                var wanted = $"{call.Json()["channel"]} {L3(call)?["vlanId"]}";
                var underWay = $"under way {call.Path} {wanted}";
                if (call.Operation == CreateFeature && memory.Of(wanted) is { } before && before != call.Path)
                    return Reply.Of(409);
                if (call.Operation == CreateFeature)
                {
                    memory.Keep(underWay, wanted);
                    await During.LingerAsync(options, call);
                }

                var reply = await call.ProceedAsync();
                memory.Forget(underWay);
                if (call.Operation == DeleteConnection && reply.IsSuccess)
                    foreach (var orphan in memory.NamesBelow($"under way {call.Path}/"))
                        memory.Keep(memory.Of(orphan) ?? "", $"{call.Path}/features");
                return reply;
            }))(options)),
    ];

    private static JsonNode? L3(Call call) => call.Json()["featureConfig"]?["l3BaseConfig"];

    private static async Task<bool> IsSubnetFreeAsync(Call call, StoreTransaction state) =>
        IpSubnet.TryParse(
            AddressFamily.InterNetwork,
            $"{L3(call)?["ipv4Subnet"]}",
            (int?)L3(call)?["ipv4SubnetPrefixLength"],
            out var subnet)
        && !await FeatureStore.Ipv4TakenAsync(state, $"{call.Json()["channel"]}", subnet);
}
