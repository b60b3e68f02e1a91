using Harness.Features.Target;
using Harness.Features.World;
using Harness.Protocol.Names;

namespace Harness.Features.Hosting;

/// <summary>The testbed of a target file as scenarios see it: names below the partner's prefix.</summary>
public static class TestbedPlaces
{
    /// <summary>One place for every environment that scenarios have to themselves.</summary>
    public static IReadOnlyList<Place> Of(TargetFile file)
    {
        var spare = file.Testbed.Spare is { } environment ? Of(file, environment, null) : null;
        return [.. file.Testbed.Environments.Select(own => Of(file, own, spare))];
    }

    /// <summary>The place of the scenarios of deferral; null without one.</summary>
    public static Place? Deferring(TargetFile file) =>
        file.Testbed.Deferring is { } environment ? Of(file, environment, null) : null;

    private static Place Of(TargetFile file, EnvironmentSettings environment, Place? spare)
    {
        var name = file.Providers.Partner.Provider.Environment(environment.Id);
        return new Place(
            name,
            [.. environment.Interconnects.Select(interconnect => Of(name.Interconnect(interconnect.Id), interconnect))],
            spare)
        {
            DeferralTimeout = environment.DeferralTimeout,
        };
    }

    private static AgreedInterconnect Of(InterconnectName name, InterconnectSettings settings) => new(
        name,
        settings.State,
        settings.MaxBandwidthMbps,
        settings.SizesMbps,
        [.. settings.Channels.Select(channel => new AgreedChannel(
            name.Channel(channel.Id),
            $"{new ProviderName(channel.MacsecManager)}"))],
        settings.AgreedKeyDuty,
        settings.ForKeys);
}
