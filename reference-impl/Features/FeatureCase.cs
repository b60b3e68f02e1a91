using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Testbed;

namespace Harness.Reference.Features;

/// <summary>A proposal of a feature, and what it has to keep to.</summary>
/// <param name="Interconnect">Interconnect of the connection.</param>
/// <param name="Testbed">That interconnect's static resources and guidance.</param>
/// <param name="Own">Our own provider.</param>
/// <param name="Body">The proposal.</param>
public sealed record FeatureCase(
    InterconnectName Interconnect, TestbedInterconnect Testbed, ProviderName Own, Feature Body)
{
    /// <summary>The layer 3 configuration; an empty one where there is none.</summary>
    public L3BaseConfig Config { get; } = Body.FeatureConfig?.L3BaseConfig ?? new L3BaseConfig();

    /// <summary>The proposing provider.</summary>
    public ProviderName Peer => Interconnect.Environment.Provider;

    public TestbedGuidance Guidance => Testbed.Guidance;

    /// <summary>The end of the given provider; null where there is none.</summary>
    public ProviderBgpConfig? EndOf(ProviderName provider) =>
        Config.ProviderBgpConfigs?.FirstOrDefault(end => end?.Provider == provider.ToString());
}
