using System.Text;
using Harness.Features.Target.Hooks;

namespace Harness.Features.Target.Templates;

/// <summary>Hooks as a portal and an operator's API with JSON bodies take them, such as the reference's.</summary>
internal static class ExampleHooks
{
    private const int LongestLine = 80;
    private const string Connections = "/portal/v1/connections";
    private const string Maintenance = "/operator/v1/maintenance";
    private const string Window = "startTime: \"{startTime}\", endTime: \"{endTime}\"";

    private const string Channel =
        "environment: \"{environment}\", interconnect: \"{interconnect}\", channel: \"{channel}\"";

    private static readonly Dictionary<Hook, Example> Examples = new()
    {
        [Hook.CreateConnection] = new(
            "POST", Connections,
            "environment: \"{environment}\", bandwidthMbps: \"{bandwidthMbps}\", "
            + "accountId: \"{accountId}\", remoteAccountId: \"{remoteAccountId}\"",
            "connectionId: $.connectionId, activationKey: $.activationKey"),
        [Hook.AcceptConnection] = new(
            "POST", Connections + "/accept", "activationKey: \"{activationKey}\", accountId: \"{accountId}\"", null),
        [Hook.GetConnection] = new(
            "GET", Connections + "/{connectionId}", null,
            "bandwidthMbps: $.bandwidthMbps, verificationState: $.verificationState, updateState: $.update.state, "
            + "failure: $.failure"),
        [Hook.ListConnections] = new(
            "GET", Connections + "?pageSize=1000", null, "connectionIds: \"$.connections[*].connectionId\""),
        [Hook.UpdateConnection] = new(
            "PATCH", Connections + "/{connectionId}", "bandwidthMbps: \"{bandwidthMbps}\"", null),
        [Hook.DeleteConnection] = new("DELETE", Connections + "/{connectionId}", null, null),
        [Hook.MigrateConnection] = new(
            "POST", "/operator/v1/migrations",
            "connectionId: \"{connectionId}\", interconnect: \"{interconnect}\"", null),
        [Hook.DeleteFeature] = new(
            "DELETE", "/operator/v1/features", Channel + ", connectionId: \"{connectionId}\"", null),
        [Hook.ScheduleMaintenance] = new(
            "POST", Maintenance, $"{Channel}, {Window}, emergency: \"{{emergency}}\"",
            "maintenanceId: $.maintenanceId"),
        [Hook.ChangeMaintenance] = new("PATCH", Maintenance + "/{maintenanceId}", Window, null),
        [Hook.CancelMaintenance] = new("DELETE", Maintenance + "/{maintenanceId}", null, null),
        [Hook.RotateKey] = new("POST", "/operator/v1/rotations", Channel, null),
        [Hook.SetInterconnectState] = new(
            "PUT", "/operator/v1/interconnects",
            "environment: \"{environment}\", interconnect: \"{interconnect}\", state: \"{state}\"", null),
        [Hook.ReadClock] = new("GET", "/operator/v1/clock", null, "now: $.now"),
        [Hook.AdvanceClock] = new(
            "POST", "/operator/v1/clock", "advanceSeconds: \"{seconds}\"", "now: $.now"),
    };

    /// <summary>Whether there is an example of a hook as an HTTP request.</summary>
    public static bool Has(Hook hook) => Examples.ContainsKey(hook);

    /// <summary>A hook as YAML below <c>hooks</c>, indented by two.</summary>
    /// <param name="hook">Which one.</param>
    /// <param name="token">Bearer token of the portal.</param>
    public static string Yaml(Hook hook, SecretSource token)
    {
        var example = Examples[hook];
        var yaml = new StringBuilder();
        yaml.Append($"  {HookTable.NameOf(hook)}:\n    http:\n");
        yaml.Append($"      method: {example.Method}\n");
        yaml.Append($"      url: \"{{baseUrl}}{example.Path}\"\n");
        yaml.Append($"      headers: {{Authorization: \"Bearer {token.AsPlaceholder}\"}}\n");
        if (example.Body is not null)
            yaml.Append(Body(example.Body));
        if (example.Outputs is not null)
            yaml.Append($"      outputs: {{{example.Outputs}}}\n");
        return yaml.ToString();
    }

    // A long body stands one field to a line.
    private static string Body(string fields) => fields.Length <= LongestLine
        ? $"      body: {{{fields}}}\n"
        : $"      body:\n        {fields.Replace(", ", "\n        ", StringComparison.Ordinal)}\n";

    private sealed record Example(string Method, string Path, string? Body, string? Outputs);
}
