using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Cli.Pairs;

/// <summary>Reads what a provider serves to the other, in words that are the same on both sides.</summary>
/// <param name="client">The provider's API.</param>
internal sealed class SideReader(CoordinatorClient client)
{
    /// <summary>Connections and features, one line each; null where something could not be read.</summary>
    public async Task<IReadOnlyList<string>?> ReadAsync(
        IEnumerable<InterconnectName> interconnects, CancellationToken cancellation)
    {
        try
        {
            var lines = new List<string>();
            foreach (var interconnect in interconnects)
                if (!await ReadAsync(interconnect, lines, cancellation))
                    return null;
            return lines;
        }
        catch (TransportException)
        {
            // The process has just died, or is not up again: it is read anew.
            return null;
        }
    }

    /// <summary>The keys of a channel; null where they could not be read.</summary>
    public async Task<KeyState?> ReadKeysAsync(ChannelName channel, CancellationToken cancellation)
    {
        try
        {
            var keys = (await client.ListMacSecKeysAsync(channel, cancellation)).ValueOrDefault?.MacSecKeys;
            var active = keys?.FirstOrDefault(key => key.Active == true)?.Name;
            return keys is null ? null : new KeyState(keys.Count, active?.Split('/')[^1]);
        }
        catch (TransportException)
        {
            return null;
        }
    }

    private async Task<bool> ReadAsync(
        InterconnectName interconnect, List<string> lines, CancellationToken cancellation)
    {
        string? token = null;
        do
        {
            var page = (await client.ListConnectionsAsync(interconnect, null, token, cancellation)).ValueOrDefault;
            if (page is null)
                return false;
            foreach (var connection in page.Connections ?? [])
                if (!await ReadAsync(connection, lines, cancellation))
                    return false;
            token = page.NextPageToken;
        }
        while (!string.IsNullOrEmpty(token));

        return true;
    }

    private async Task<bool> ReadAsync(Connection connection, List<string> lines, CancellationToken cancellation)
    {
        if (!ResourceName.TryParse<ConnectionName>(connection.Name ?? "", out var name))
            return false;
        var place = $"{name.Interconnect.Environment.Id}/{name.Interconnect.Id}/{name.Id}";
        lines.Add($"{place} {connection.BandwidthMbps} Mbps {connection.VerificationState}");
        var features = (await client.ListFeaturesAsync(name, null, null, cancellation)).ValueOrDefault?.Features;
        if (features is null)
            return false;
        foreach (var feature in features)
        {
            var channel = ResourceName.Parse<ChannelName>(feature.Channel ?? "").Id;
            lines.Add($"{place} {channel} {feature.FeatureConfig?.L3BaseConfig} {feature.ProvisioningState}");
        }

        return true;
    }
}
