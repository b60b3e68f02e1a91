using Harness.Features.Target;
using Harness.Protocol.Resources;
using Harness.Simulator;

namespace Harness.Features.Hosting;

/// <summary>Gives the partner its own side of the testbed, so that the target can read it there.</summary>
public static class PartnerTestbed
{
    /// <summary>Puts every environment, interconnect and channel of the target file.</summary>
    public static void Put(Partner partner, TargetFile file)
    {
        foreach (var environment in file.Testbed.All)
        {
            var name = partner.Environment(environment.Id);
            var sizes = environment.Interconnects.Select(interconnect => interconnect.SizesMbps.AsEnumerable())
                .Aggregate((common, more) => common.Intersect(more));
            partner.State.Environments.Put(new Protocol.Resources.Environment(
                $"{name}",
                SupportedConnectionSizeMbps: [.. sizes],
                SupportedFeatures: [FeatureType.L3Base],
                DeferralTimeoutHours: (int?)environment.DeferralTimeout?.TotalHours,
                DeferConnectionProvisioning: environment.DeferralTimeout is null ? null : true));
            foreach (var interconnect in environment.Interconnects)
                Put(partner, name.Interconnect(interconnect.Id), interconnect);
        }
    }

    private static void Put(Partner partner, Protocol.Names.InterconnectName name, InterconnectSettings settings)
    {
        partner.State.Interconnects.Put(new Interconnect(
            $"{name}",
            settings.SizesMbps,
            [FeatureType.L3Base],
            settings.State,
            settings.MaxBandwidthMbps));
        foreach (var channel in settings.Channels)
            partner.State.Channels.Put(new Channel(
                $"{name.Channel(channel.Id)}",
                MacsecManagerProvider: $"providers/{channel.MacsecManager}",
                CrossConnectManagerProvider: $"{partner.Options.Provider}",
                ObfuscatedDeviceId: $"{settings.Id}-{channel.Id}",
                AdminState: AdminState.Enabled));
    }
}
