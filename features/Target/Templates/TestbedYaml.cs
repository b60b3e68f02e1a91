using System.Text;

namespace Harness.Features.Target.Templates;

/// <summary>
/// Writes the testbed of a target file. Environments that are alike are written once, with all their ids.
/// </summary>
internal static class TestbedYaml
{
    public static string Of(TestbedSettings testbed)
    {
        var yaml = new StringBuilder("testbed:\n");
        if (testbed.Spare is { } spare)
            yaml.Append($"  spareEnvironment: {spare.Id}\n");
        yaml.Append("  environments:\n");
        foreach (var alike in testbed.All.GroupBy(environment =>
            (environment.DeferralTimeout, Interconnects: Interconnects(environment))))
        {
            yaml.Append($"    - ids: [{string.Join(", ", alike.Select(environment => environment.Id))}]\n");
            if (alike.Key.DeferralTimeout is { } timeout)
                yaml.Append($"      defer: true\n      deferralTimeoutHours: {(long)timeout.TotalHours}\n");
            yaml.Append("      interconnects:\n").Append(alike.Key.Interconnects);
        }

        return yaml.ToString();
    }

    private static string Interconnects(EnvironmentSettings environment)
    {
        var yaml = new StringBuilder();
        foreach (var interconnect in environment.Interconnects)
            Append(yaml, interconnect);
        return yaml.ToString();
    }

    private static void Append(StringBuilder yaml, InterconnectSettings interconnect)
    {
        yaml.Append($"        - id: {interconnect.Id}\n");
        yaml.Append($"          state: {interconnect.State.ToString().ToUpperInvariant()}\n");
        yaml.Append($"          maxBandwidthMbps: {interconnect.MaxBandwidthMbps}\n");
        yaml.Append($"          sizesMbps: [{string.Join(", ", interconnect.SizesMbps)}]\n");
        if (interconnect.AgreedKeyDuty)
            yaml.Append("          macsecSplit: agreed\n");
        if (interconnect.ForKeys)
            yaml.Append("          rotateKeys: true\n");
        yaml.Append("          channels:\n");
        foreach (var channel in interconnect.Channels)
            yaml.Append($"            - {{id: {channel.Id}, macsecManager: {channel.MacsecManager}}}\n");
    }
}
