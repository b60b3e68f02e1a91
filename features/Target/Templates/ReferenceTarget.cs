using System.Text;
using Harness.Features.Target.Hooks;

namespace Harness.Features.Target.Templates;

/// <summary>Writes the target file of a reference coordinator with its default testbed.</summary>
public static class ReferenceTarget
{
    private const string Sizes = "[1, 50, 100, 200, 500, 1000, 2000, 5000, 10000]";

    private static readonly string[] Four = ["ch1", "ch2", "ch3", "ch4"];
    private static readonly string[] Irregular = ["east-7", "west-2", "east-9", "west-4", "east-12", "west-31"];

    /// <summary>The file's text.</summary>
    public static string Yaml(ReferenceTargetSettings settings)
    {
        var yaml = new StringBuilder();
        Head(yaml, settings);
        Testbed(yaml, settings);
        Hooks(yaml, settings);
        return yaml.ToString();
    }

    private static void Head(StringBuilder yaml, ReferenceTargetSettings settings)
    {
        var trust = settings.CaFile is null ? $"sha256: \"{settings.Sha256}\"" : $"caFile: \"{settings.CaFile}\"";
        string?[] lines =
        [
            "name: reference coordinator",
            settings.Version is null ? null : $"version: \"{settings.Version}\"",
            $"baseUrl: \"{settings.BaseUrl}\"",
            $"authentication: {{bearer: {{{settings.PartnerToken.AsKey}}}}}",
            $"trust: {{{trust}}}",
            "providers:",
            "  target: aurora",
            "  partner: borealis",
            "  stranger:",
            "    id: cirrus",
            $"    authentication: {{bearer: {{{settings.StrangerToken.AsKey}}}}}",
            "    environment: env-cirrus",
            "partner:",
            $"  listen: \"{settings.PartnerListen}\"",
            settings.InboundToken is null ? null : $"  inbound: {{{settings.InboundToken.AsKey}}}",
            "accounts: {good: customer-1, suspended: customer-suspended, full: customer-full, remote: acct-b}",
            $"clock: {{mode: {(settings.ControlledClock ? "controlled" : "skip")}, keyLifetime: 24h}}",
            "timeouts: {request: 10s, settle: 30s, quiet: 500ms, operator: 1m, scenario: 2m}",
        ];
        foreach (var line in lines.OfType<string>())
            yaml.Append(line).Append('\n');
    }

    private static void Testbed(StringBuilder yaml, ReferenceTargetSettings settings)
    {
        var ids = Enumerable.Range(1, settings.Environments).Select(number => $"env-{number}").ToList();
        yaml.Append("testbed:\n");
        if (settings.SpareLast && ids.Count > 1)
            yaml.Append($"  spareEnvironment: {ids[^1]}\n");
        yaml.Append($"  environments:\n    - ids: [{string.Join(", ", ids)}]\n      interconnects:\n");
        Interconnect(yaml, "ix1", "ACTIVE", Four);
        // Irregular names and six channels: nothing may count on ch1 to ch4 (COM-11).
        Interconnect(yaml, "ix2", "ACTIVE", Irregular);
        Interconnect(yaml, "ix-pending", "PENDING", Four);
        Interconnect(yaml, "ix-closed", "CLOSED", Four);
        Interconnect(yaml, "ix-keys", "ACTIVE", Four, forKeys: true);
        // Without keys as yet: a channel is given its first key but once (MAC-12).
        foreach (var id in (string[])["ix-keys-2", "ix-keys-3", "ix-keys-4"])
            Interconnect(yaml, id, "PENDING", Four, forKeys: true);
    }

    private static void Interconnect(
        StringBuilder yaml,
        string id,
        string state,
        string[] channels,
        bool forKeys = false)
    {
        yaml.Append($"        - id: {id}\n          state: {state}\n          maxBandwidthMbps: 10000\n");
        yaml.Append($"          sizesMbps: {Sizes}\n");
        if (forKeys)
            yaml.Append("          macsecSplit: agreed\n          rotateKeys: true\n");
        yaml.Append("          channels:\n");
        for (var i = 0; i < channels.Length; i++)
        {
            var manager = forKeys || i % 2 == 0 ? "borealis" : "aurora";
            yaml.Append($"            - {{id: {channels[i]}, macsecManager: {manager}}}\n");
        }
    }

    private static void Hooks(StringBuilder yaml, ReferenceTargetSettings settings)
    {
        yaml.Append("hooks:\n");
        foreach (var hook in HookTable.All.Select(definition => definition.Hook).Where(ExampleHooks.Has))
            if (hook != Hook.AdvanceClock || settings.ControlledClock)
                yaml.Append(ExampleHooks.Yaml(hook, settings.PortalToken));
        if (settings.LogFile is not null)
            yaml.Append(
                $"  readLogs:\n    command: {{run: [cat, \"{settings.LogFile}\"], outputs: {{text: $}}}}\n");
    }
}
