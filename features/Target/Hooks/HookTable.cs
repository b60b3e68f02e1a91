using System.Text.Json;

namespace Harness.Features.Target.Hooks;

/// <summary>
/// The one table of hooks: the loader checks target files against it, and templates and documentation are made
/// from it.
/// </summary>
public static class HookTable
{
    private static readonly HookValue ConnectionId = new("connectionId", "UUID of the connection");
    private static readonly HookValue Mbps = new("bandwidthMbps", "bandwidth in Mbps", HookValueKind.Number);
    private static readonly HookValue Environment = new("environment", "id of the environment");
    private static readonly HookValue Interconnect = new("interconnect", "id of the interconnect");
    private static readonly HookValue Channel = new("channel", "id of the channel");
    private static readonly HookValue Start = new("startTime", "start of the window, RFC 3339 in UTC");
    private static readonly HookValue End = new("endTime", "end of the window, RFC 3339 in UTC");
    private static readonly HookValue MaintenanceId = new("maintenanceId", "the target's id of the maintenance");
    private static readonly HookValue Now = new("now", "the target's time, RFC 3339 in UTC");

    private static readonly IReadOnlyList<HookDefinition> OfConnections =
    [
        new(Hook.CreateConnection, "customer",
            "a customer asks for a connection and gets its activation key",
            [
                Environment, Mbps,
                new("accountId", "the customer's account at the target"),
                new("remoteAccountId", "the customer's account at the partner"),
            ],
            [ConnectionId, new("activationKey", "the key, base64 of its JSON")]),
        new(Hook.AcceptConnection, "customer",
            "a customer brings the activation key that the partner has given out",
            [
                Environment,
                new("activationKey", "the key, base64 of its JSON"),
                new("accountId", "the customer's account at the target"),
            ],
            []),
        new(Hook.GetConnection, "customer",
            "a customer looks at a connection",
            [ConnectionId],
            [
                Mbps,
                new("verificationState", "VERIFIED or UNVERIFIED", Optional: true),
                new("updateState", "IN_PROGRESS, DONE or REFUSED, after an update", Optional: true),
                new(
                    "failure",
                    "why an accepted connection could not be made, for the customer; absent or null otherwise",
                    Optional: true),
            ]),
        new(Hook.ListConnections, "customer",
            "a customer looks at all connections",
            [],
            [new(
                "connectionIds",
                "UUID of every entry; a path such as $.connections[*].connectionId",
                HookValueKind.List)]),
        new(Hook.UpdateConnection, "customer",
            "a customer changes the bandwidth of a connection", [ConnectionId, Mbps], []),
        new(Hook.DeleteConnection, "customer",
            "a customer deletes a connection", [ConnectionId], []),
        new(Hook.MigrateConnection, "operator",
            "an operator moves a live connection to another interconnect",
            [ConnectionId, Environment, Interconnect],
            []),
        new(Hook.DeleteFeature, "operator",
            "an operator takes the feature of a channel away from a connection",
            [Environment, Interconnect, ConnectionId, Channel],
            []),
    ];

    private static readonly IReadOnlyList<HookDefinition> OfTheRest =
    [
        new(Hook.ScheduleMaintenance, "operator",
            "an operator schedules maintenance of a channel",
            [
                Environment, Interconnect, Channel, Start, End,
                new(
                    "emergency",
                    "whether it cannot wait for other maintenance; false when left out",
                    HookValueKind.Flag,
                    Optional: true),
            ],
            [MaintenanceId]),
        new(Hook.ChangeMaintenance, "operator",
            "an operator moves a scheduled maintenance", [MaintenanceId, Start, End], []),
        new(Hook.CancelMaintenance, "operator",
            "an operator cancels a scheduled maintenance", [MaintenanceId], []),
        new(Hook.RotateKey, "operator",
            "an operator has the target rotate the MACsec key of a channel that it manages",
            [Environment, Interconnect, Channel],
            []),
        new(Hook.SetInterconnectState, "operator",
            "an operator opens or closes an interconnect",
            [Environment, Interconnect, new("state", "ACTIVE, PENDING or CLOSED")],
            []),
        new(Hook.ReadClock, "operator",
            "reads the target's clock", [], [Now]),
        new(Hook.AdvanceClock, "operator",
            "moves the target's clock on (clock.mode controlled)",
            [new("seconds", "by how many seconds", HookValueKind.Number)],
            [Now]),
        new(Hook.ReadLogs, "operator",
            "fetches the target's logs, which are searched for secrets (SEC-05)",
            [],
            [new("text", "the logs")]),
    ];

    /// <summary>Every hook, in the order of the enum.</summary>
    public static IReadOnlyList<HookDefinition> All { get; } = [.. OfConnections, .. OfTheRest];

    /// <summary>Placeholders that every hook may use.</summary>
    public static IReadOnlyList<HookValue> Common { get; } =
    [
        new("baseUrl", "root of the target's API, without a slash at its end"),
        new("targetProvider", "id of the provider under test"),
        new("partnerProvider", "id of the provider that the harness plays"),
    ];

    /// <summary>A hook's key in the target file.</summary>
    public static string NameOf(Hook hook) => JsonNamingPolicy.CamelCase.ConvertName(hook.ToString());

    /// <summary>What is said of a hook.</summary>
    public static HookDefinition Of(Hook hook) => All[(int)hook];
}
