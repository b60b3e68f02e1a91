using System.Security.Cryptography.X509Certificates;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Testbed;
using Harness.Simulator;
using Environment = Harness.Protocol.Resources.Environment;

namespace Harness.Cli.Pairs;

/// <summary>What the two providers have agreed on, as the simulated partner has it.</summary>
internal static class SimulatedTestbed
{
    /// <summary>How the partner serves.</summary>
    /// <param name="testbed">As the partner keeps it.</param>
    /// <param name="target">Id of the target.</param>
    /// <param name="certificate">Of its server.</param>
    /// <param name="clock">Its clock.</param>
    public static PartnerOptions Options(
        TestbedModel testbed, string target, X509Certificate2 certificate, TimeProvider clock)
    {
        var options = new PartnerOptions(
            new ProviderName(testbed.Provider.Id), new ProviderName(target), certificate, clock);
        return options with
        {
            GuidanceIn = testbed.Environments.ToDictionary(
                environment => environment.Id,
                environment => Guidance(environment.Interconnects[0].Guidance, options.Guidance)),
            // Its network says when (MAC-13).
            KeysActiveAtOnce = false,
        };
    }

    /// <summary>Gives the partner its side of every environment, interconnect and channel.</summary>
    public static void Put(Partner partner, TestbedModel testbed)
    {
        foreach (var environment in testbed.Environments)
        {
            partner.State.Environments.Put(new Environment(
                $"{environment.Name}",
                SupportedConnectionSizeMbps: environment.SizesMbps,
                SupportedFeatures: environment.Features,
                EnvironmentVisibility: environment.Visibility,
                DeferralTimeoutHours: environment.DeferralTimeoutHours,
                DeferConnectionProvisioning: environment.DeferConnectionProvisioning ? true : null));
            foreach (var interconnect in environment.Interconnects)
                Put(partner, environment.Name.Interconnect(interconnect.Id), interconnect);
        }
    }

    private static void Put(Partner partner, InterconnectName name, TestbedInterconnect interconnect)
    {
        partner.State.Interconnects.Put(new Interconnect(
            $"{name}",
            interconnect.SizesMbps,
            interconnect.Features,
            interconnect.State,
            interconnect.MaxBandwidthMbps));
        foreach (var channel in interconnect.Channels)
            partner.State.Channels.Put(new Channel(
                $"{name.Channel(channel.Id)}",
                $"{channel.MacsecManager}",
                $"{channel.CrossConnectManager}",
                channel.AggregateGbps,
                channel.MemberGbps,
                channel.Device,
                channel.Demarc,
                channel.AdminState));
    }

    // Its guidance is its own, but for that on which depends whether the two can agree, and on IPv6 too.
    private static L3BaseGuidance Guidance(TestbedGuidance agreed, L3BaseGuidance own) => own with
    {
        VlanRanges = [.. agreed.VlanRanges.Select(range => new VlanRange((int)range.Start, (int)range.Stop))],
        Ipv6SubnetGuidance =
        [
            .. agreed.Ipv6Pools.Select(pool =>
                new SubnetGuidance($"{pool.Include}", [.. pool.Exclude.Select(part => $"{part}")])),
        ],
        Ipv6AllowedSubnetPrefixLengths = agreed.Ipv6PrefixLengths,
    };
}
