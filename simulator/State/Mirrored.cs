using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Simulator.State;

/// <summary>What one provider serves, under the names by which the other serves it.</summary>
public static class Mirrored
{
    /// <summary>A connection as the other provider names it; the activation key is left out.</summary>
    public static Connection Below(this Connection connection, ProviderName provider) => connection with
    {
        Name = Move<ConnectionName>(connection.Name, provider),
        ActivationKey = null,
    };

    /// <summary>A feature as the other provider names it and its channel.</summary>
    public static Feature Below(this Feature feature, ProviderName provider) => feature with
    {
        Name = Move<FeatureName>(feature.Name, provider),
        Channel = Move<ChannelName>(feature.Channel, provider),
    };

    private static string? Move<TName>(string? name, ProviderName provider)
        where TName : ResourceName =>
        name is null ? null : ResourceName.Parse<TName>(name).Below(provider).ToString();
}
