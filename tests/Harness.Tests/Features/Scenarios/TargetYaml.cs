namespace Harness.Tests.Features.Scenarios;

internal static class TargetYaml
{
    private static readonly string[] Four = ["ch1", "ch2", "ch3", "ch4"];
    private static readonly string[] Six = ["east-7", "west-2", "east-9", "west-4", "east-12", "west-31"];

    public static string For(Uri baseUrl, int partnerPort, int environments)
    {
        var root = baseUrl.AbsoluteUri.TrimEnd('/');
        var ids = string.Join(", ", Enumerable.Range(1, environments + 1).Select(n => $"env-{n}"));
        return $$$"""
        name: reference
        baseUrl: {{{root}}}
        trust: {caFile: ca.pem}
        authentication: {bearer: {tokenEnv: PARTNER_TOKEN}}
        providers:
          target: aurora
          partner: borealis
          stranger: {id: cirrus, authentication: {bearer: {tokenEnv: STRANGER_TOKEN}}, environment: env-cirrus}
        partner: {listen: "127.0.0.1:{{{partnerPort}}}"}
        accounts: {good: customer-1, remote: acct-b, suspended: customer-suspended, full: customer-full}
        timeouts: {settle: 10s, quiet: 150ms}
        clock: {mode: controlled, keyLifetime: 24h}
        testbed:
          spareEnvironment: env-{{{environments + 1}}}
          environments:
            - ids: [{{{ids}}}]
              interconnects:
        {{{Interconnect("ix1", "ACTIVE", Four)}}}
        {{{Interconnect("ix2", "ACTIVE", Six)}}}
        {{{Interconnect("ix-pending", "PENDING", Four)}}}
        {{{Interconnect("ix-closed", "CLOSED", Four)}}}
        {{{Interconnect("ix-keys", "ACTIVE", Four, keys: true)}}}
        {{{Interconnect("ix-keys-2", "PENDING", Four, keys: true)}}}
        {{{Interconnect("ix-keys-3", "PENDING", Four, keys: true)}}}
        {{{Interconnect("ix-keys-4", "PENDING", Four, keys: true)}}}
        hooks:
        {{{Hook("createConnection", "POST", "portal/v1/connections", "{environment: '{environment}', bandwidthMbps: '{bandwidthMbps}', accountId: '{accountId}', remoteAccountId: '{remoteAccountId}'}", "connectionId: $.connectionId, activationKey: $.activationKey")}}}
        {{{Hook("getConnection", "GET", "portal/v1/connections/{connectionId}", null, "bandwidthMbps: $.bandwidthMbps")}}}
        {{{Hook("listConnections", "GET", "portal/v1/connections?pageSize=1000", null, "connectionIds: '$.connections[*].connectionId'")}}}
        {{{Hook("updateConnection", "PATCH", "portal/v1/connections/{connectionId}", "{bandwidthMbps: '{bandwidthMbps}'}", null)}}}
        {{{Hook("deleteConnection", "DELETE", "portal/v1/connections/{connectionId}", null, null)}}}
        {{{Hook("scheduleMaintenance", "POST", "operator/v1/maintenance", "{environment: '{environment}', interconnect: '{interconnect}', channel: '{channel}', startTime: '{startTime}', endTime: '{endTime}', emergency: '{emergency}'}", "maintenanceId: $.maintenanceId")}}}
        {{{Hook("changeMaintenance", "PATCH", "operator/v1/maintenance/{maintenanceId}", "{startTime: '{startTime}', endTime: '{endTime}'}", null)}}}
        {{{Hook("cancelMaintenance", "DELETE", "operator/v1/maintenance/{maintenanceId}", null, null)}}}
        {{{Hook("rotateKey", "POST", "operator/v1/rotations", "{environment: '{environment}', interconnect: '{interconnect}', channel: '{channel}'}", null)}}}
        {{{Hook("setInterconnectState", "PUT", "operator/v1/interconnects", "{environment: '{environment}', interconnect: '{interconnect}', state: '{state}'}", null)}}}
        {{{Hook("readClock", "GET", "operator/v1/clock", null, "now: $.now")}}}
        {{{Hook("advanceClock", "POST", "operator/v1/clock", "{advanceSeconds: '{seconds}'}", "now: $.now")}}}
        """;
    }

    private static string Interconnect(string id, string state, string[] channels, bool keys = false)
    {
        var list = string.Join(", ", channels.Select((channel, i) =>
            $"{{id: {channel}, macsecManager: {(keys || i % 2 == 0 ? "borealis" : "aurora")}}}"));
        return $"        - {{id: {id}, state: {state}, maxBandwidthMbps: 10000, sizesMbps: [1, 50, 100, 200, 500, 1000, "
            + $"2000, 5000, 10000], {(keys ? "macsecSplit: agreed, rotateKeys: true, " : "")}channels: [{list}]}}";
    }

    private static string Hook(string name, string method, string path, string? body, string? outputs) =>
        $"  {name}: {{http: {{method: {method}, url: '{{baseUrl}}/{path}', trust: {{caFile: ca.pem}}, "
        + "headers: {Authorization: 'Bearer {env:PORTAL_TOKEN}'}, expect: [200, 202]"
        + (body is null ? "" : $", body: {body}") + (outputs is null ? "" : $", outputs: {{{outputs}}}") + "}}";
}
