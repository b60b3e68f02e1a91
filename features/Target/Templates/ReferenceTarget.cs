using System.Text;
using Harness.Features.Target.Hooks;

namespace Harness.Features.Target.Templates;

/// <summary>Writes the target file of a reference coordinator.</summary>
public static class ReferenceTarget
{
    /// <summary>The file's text.</summary>
    public static string Yaml(ReferenceTargetSettings settings)
    {
        var yaml = new StringBuilder();
        Head(yaml, settings);
        yaml.Append(TestbedYaml.Of(settings.Testbed));
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
            $"authentication: {{bearer: {{{settings.Partner.Token.AsKey}}}}}",
            $"trust: {{{trust}}}",
            "providers:",
            $"  target: {settings.Target}",
            $"  partner: {settings.Partner.Id}",
            .. Stranger(settings.Stranger),
            "partner:",
            $"  listen: \"{settings.PartnerListen}\"",
            $"  publicUrl: \"{settings.PartnerUrl}\"",
            settings.PartnerCertificate is null
                ? null
                : $"  tls: {{certificate: {settings.PartnerCertificate}, key: {settings.PartnerKey}}}",
            settings.InboundToken is null ? null : $"  inbound: {{{settings.InboundToken.AsKey}}}",
            $"accounts: {{{string.Join(", ", Accounts(settings.Accounts))}}}",
            $"clock: {{mode: {(settings.ControlledClock ? "controlled" : "skip")}, "
                + $"keyLifetime: {(long)settings.KeyLifetime.TotalSeconds}s}}",
            $"timeouts: {{request: 10s, settle: 30s, negotiation: {(long)settings.NegotiationPatience.TotalSeconds}s, "
                + "quiet: 150ms, operator: 1m, scenario: 2m}",
        ];
        foreach (var line in lines.OfType<string>())
            yaml.Append(line).Append('\n');
    }

    private static IEnumerable<string?> Stranger(ReferencePeer? stranger) => stranger is null
        ? []
        :
        [
            "  stranger:",
            $"    id: {stranger.Id}",
            $"    authentication: {{bearer: {{{stranger.Token.AsKey}}}}}",
            stranger.Environment is null ? null : $"    environment: {stranger.Environment}",
        ];

    private static IEnumerable<string> Accounts(AccountSettings accounts)
    {
        yield return $"good: {accounts.Good}";
        yield return $"remote: {accounts.Remote}";
        if (accounts.Suspended is not null)
            yield return $"suspended: {accounts.Suspended}";
        if (accounts.Full is not null)
            yield return $"full: {accounts.Full}";
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
