using System.Text;

namespace Harness.Reference.Testbed;

/// <summary>Writes a testbed as the YAML that <see cref="TestbedReader"/> reads.</summary>
internal sealed class TestbedWriter
{
    private readonly StringBuilder text = new();

    public string Write(TestbedModel testbed)
    {
        Line(0, "# The static resources that this provider and its peers have agreed on.");
        Line(0, $"provider: {{id: {Id(testbed.Provider.Id)}, displayName: {Quote(testbed.Provider.DisplayName)}}}");
        Line(0, $"keyLifetime: {(long)testbed.KeyLifetime.TotalSeconds}s");
        Line(0, "peers:");
        foreach (var peer in testbed.Peers)
            Line(1, $"- {{id: {Id(peer.Id)}, displayName: {Quote(peer.DisplayName)}{ApiUri(peer)}}}");
        Line(0, testbed.Accounts is [] ? "accounts: []" : "accounts:");
        foreach (var account in testbed.Accounts)
            Line(1, $"- {{id: {Id(account.Id)}, goodStanding: {Flag(account.GoodStanding)}{Quota(account)}}}");
        Line(0, testbed.Environments is [] ? "environments: []" : "environments:");
        foreach (var environment in testbed.Environments)
            Environment(environment);
        return text.ToString();
    }

    private void Environment(TestbedEnvironment environment)
    {
        Line(1, $"- id: {Id(environment.Id)}");
        Line(2, $"peer: {Id(environment.Peer)}");
        Line(2, $"visibility: {YamlFaults.Word(environment.Visibility)}");
        Line(2, $"sizesMbps: [{string.Join(", ", environment.SizesMbps)}]");
        Line(2, $"features: [{string.Join(", ", environment.Features.Select(YamlFaults.Word))}]");
        if (environment.DeferralTimeoutHours is { } hours)
            Line(2, $"deferralTimeoutHours: {hours}");
        Line(2, $"deferConnectionProvisioning: {Flag(environment.DeferConnectionProvisioning)}");
        Line(2, environment.Sites is [] ? "sites: []" : "sites:");
        foreach (var site in environment.Sites)
        {
            Line(
                3,
                $"- {{provider: {site.Provider}, site: {Quote(site.Site)}, displayName: {Quote(site.DisplayName)}}}");
        }

        Line(2, environment.Interconnects is [] ? "interconnects: []" : "interconnects:");
        foreach (var interconnect in environment.Interconnects)
            Interconnect(interconnect);
    }

    private void Interconnect(TestbedInterconnect interconnect)
    {
        Line(3, $"- id: {Id(interconnect.Id)}");
        Line(4, $"state: {YamlFaults.Word(interconnect.State)}");
        Line(4, $"maxBandwidthMbps: {interconnect.MaxBandwidthMbps}");
        Line(4, $"sizesMbps: [{string.Join(", ", interconnect.SizesMbps)}]");
        Line(4, $"features: [{string.Join(", ", interconnect.Features.Select(YamlFaults.Word))}]");
        Line(4, $"macsecSplit: {(interconnect.MacsecSplitAgreed ? "AGREED" : "EVEN")}");
        Guidance(interconnect.Guidance);
        Line(4, interconnect.Channels is [] ? "channels: []" : "channels:");
        foreach (var channel in interconnect.Channels)
            Channel(channel);
    }

    private void Guidance(TestbedGuidance guidance)
    {
        if (ReferenceEquals(guidance, TestbedGuidance.Default))
            return;
        Line(4, "guidance:");
        Line(5, $"ownAsn: {guidance.OwnAsn}");
        Line(5, $"asnRanges: [{string.Join(", ", guidance.AsnRanges)}]");
        Pools("ipv4", guidance.Ipv4Pools);
        Line(5, $"ipv4PrefixLengths: [{string.Join(", ", guidance.Ipv4PrefixLengths)}]");
        Pools("ipv6", guidance.Ipv6Pools);
        Line(5, $"ipv6PrefixLengths: [{string.Join(", ", guidance.Ipv6PrefixLengths)}]");
        Line(5, $"vlanRanges: [{string.Join(", ", guidance.VlanRanges)}]");
        Line(5, $"mtuRanges: [{string.Join(", ", guidance.MtuRanges)}]");
        Line(5, $"maxReceivedBgpRoutePrefixes: {guidance.MaxReceivedBgpRoutePrefixes}");
    }

    private void Pools(string key, IReadOnlyList<SubnetPool> pools)
    {
        Line(5, pools is [] ? $"{key}: []" : $"{key}:");
        foreach (var pool in pools)
        {
            var exclude = string.Join(", ", pool.Exclude.Select(subnet => Quote($"{subnet}")));
            Line(6, $"- {{include: {Quote($"{pool.Include}")}, exclude: [{exclude}]}}");
        }
    }

    private void Channel(TestbedChannel channel)
    {
        Line(5, $"- id: {Id(channel.Id)}");
        if (channel.Device.Length > 0)
            Line(6, $"device: {Quote(channel.Device)}");
        Line(6, $"macsecManager: {channel.MacsecManager}");
        Line(6, $"crossConnectManager: {channel.CrossConnectManager}");
        Line(6, $"aggregateGbps: {channel.AggregateGbps}");
        Line(6, $"memberGbps: {channel.MemberGbps}");
        if (channel.Demarc is not null)
            Line(6, $"demarc: {Quote(channel.Demarc)}");
        Line(6, $"adminState: {YamlFaults.Word(channel.AdminState)}");
    }

    private void Line(int indent, string line) => text.Append(' ', indent * 2).Append(line).Append('\n');

    private static string ApiUri(TestbedPeer peer) =>
        peer.ApiUri is null ? "" : $", apiUri: {Quote(peer.ApiUri.AbsoluteUri)}";

    private static string Quota(TestbedAccount account) =>
        account.ConnectionQuota is { } quota ? $", connectionQuota: {quota}" : "";

    private static string Flag(bool value) => value ? "true" : "false";

    // An id such as `null` or `-` would mean something else to YAML.
    private static string Id(string id) =>
        char.IsAsciiLetter(id[0]) && id is not ("null" or "true" or "false") ? id : Quote(id);

    // JSON's quoting is YAML's double quoting.
    private static string Quote(string value) => System.Text.Json.JsonSerializer.Serialize(value);
}
