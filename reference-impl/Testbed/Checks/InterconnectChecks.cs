using Harness.Protocol.Names;

namespace Harness.Reference.Testbed.Checks;

/// <summary>Checks of single interconnects and their channels.</summary>
internal static class InterconnectChecks
{
    private const int LeastChannels = 4;
    private const int MbpsPerGbps = 1000;

    /// <summary>IXC-02: no more bandwidth is sold than the channels carry.</summary>
    public static IEnumerable<(string Where, string Found, string Change)> Capacity(TestbedModel testbed) =>
        from pair in All(testbed)
        let capacity = pair.Interconnect.Channels.Sum(channel => (long)channel.AggregateGbps * MbpsPerGbps)
        where pair.Interconnect.MaxBandwidthMbps > capacity
        select (
            $"{pair.Name}",
            $"expected maxBandwidthMbps of at most the {capacity} Mbps that its channels carry, "
            + $"found {pair.Interconnect.MaxBandwidthMbps}",
            "lower maxBandwidthMbps or correct the channels' aggregateGbps");

    /// <summary>IXC-03: at least four channels of equal capacity.</summary>
    public static IEnumerable<(string Where, string Found, string Change)> EqualChannels(TestbedModel testbed)
    {
        foreach (var (name, interconnect) in All(testbed))
        {
            if (interconnect.Channels.Count < LeastChannels)
            {
                yield return (
                    $"{name}",
                    $"expected at least {LeastChannels} channels, found {interconnect.Channels.Count}",
                    "add channels");
            }

            var sizes = interconnect.Channels.Select(channel => channel.AggregateGbps).Distinct().Order().ToArray();
            if (sizes.Length > 1)
            {
                yield return (
                    $"{name}",
                    $"expected channels of equal capacity, found {string.Join(", ", sizes)} Gbps",
                    "give all channels one aggregateGbps");
            }
        }
    }

    /// <summary>IXC-04: every channel tells its device, and they do not all sit on one.</summary>
    public static IEnumerable<(string Where, string Found, string Change)> Diversity(TestbedModel testbed)
    {
        foreach (var (name, interconnect) in All(testbed))
        {
            foreach (var channel in interconnect.Channels.Where(channel => channel.Device.Length == 0))
            {
                yield return (
                    $"{name.Channel(channel.Id)}",
                    "expected a device, found none",
                    "give the channel the obfuscated id of its device");
            }

            var devices = interconnect.Channels.Select(channel => channel.Device).Distinct().ToArray();
            if (devices is [{ Length: > 0 } only] && interconnect.Channels.Count > 1)
            {
                yield return (
                    $"{name}",
                    $"expected channels on different devices, found all of them on '{only}'",
                    "move channels to other devices");
            }
        }
    }

    /// <summary>CHN-01: both managers of a channel are of the two providers.</summary>
    public static IEnumerable<(string Where, string Found, string Change)> Managers(TestbedModel testbed)
    {
        var own = new ProviderName(testbed.Provider.Id);
        foreach (var (name, interconnect) in All(testbed))
        {
            var peer = name.Environment.Provider;
            foreach (var channel in interconnect.Channels)
            {
                (string Key, ProviderName Manager)[] managers =
                [
                    ("macsecManager", channel.MacsecManager),
                    ("crossConnectManager", channel.CrossConnectManager),
                ];
                foreach (var (key, manager) in managers.Where(pair => pair.Manager != own && pair.Manager != peer))
                {
                    yield return (
                        $"{name.Channel(channel.Id)}",
                        $"expected {key} to be {own} or {peer}, found {manager}",
                        $"name one of the two in {key}");
                }
            }
        }
    }

    /// <summary>CHN-02: half of the channels each, the odd one to either.</summary>
    public static IEnumerable<(string Where, string Found, string Change)> MacsecDuty(TestbedModel testbed) =>
        from pair in All(testbed)
        let own = pair.Interconnect.Channels.Count(channel => channel.MacsecManager.Provider == testbed.Provider.Id)
        let peers = pair.Interconnect.Channels.Count - own
        where !pair.Interconnect.MacsecSplitAgreed && Math.Abs(own - peers) > 1
        select (
            $"{pair.Name}",
            $"expected the MACsec duty split evenly, found {own} channels of "
            + $"{testbed.Provider.Id} and {peers} of {pair.Name.Environment.Provider.Provider}",
            "change macsecManager of some channels, or write macsecSplit: AGREED where that is agreed");

    private static IEnumerable<(InterconnectName Name, TestbedInterconnect Interconnect)> All(TestbedModel testbed) =>
        testbed.Environments.SelectMany(environment => environment.Interconnects.Select(
            interconnect => (environment.Name.Interconnect(interconnect.Id), interconnect)));
}
