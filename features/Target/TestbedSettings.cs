using Harness.Protocol.Resources;

namespace Harness.Features.Target;

/// <summary>The static resources that target and partner have agreed on (<c>testbed</c>).</summary>
/// <param name="Environments">Those that scenarios have to themselves, one each at a time.</param>
/// <param name="Spare">Another one, that no scenario has to itself (MIG-06); null without one.</param>
public sealed record TestbedSettings(IReadOnlyList<EnvironmentSettings> Environments, EnvironmentSettings? Spare)
{
    /// <summary>One in which provisioning is always deferred (DFR-04); null without one.</summary>
    public EnvironmentSettings? Deferring { get; init; }

    /// <summary>All environments, those that are kept apart last.</summary>
    public IEnumerable<EnvironmentSettings> All =>
        Environments.Concat(new[] { Spare, Deferring }.OfType<EnvironmentSettings>());
}

/// <summary>An environment of the testbed.</summary>
/// <param name="Path">Where it stands in the target file.</param>
/// <param name="Id">Id that both providers use (ENV-01).</param>
/// <param name="Interconnects">All its interconnects.</param>
public sealed record EnvironmentSettings(string Path, string Id, IReadOnlyList<InterconnectSettings> Interconnects)
{
    /// <summary>How long a deferral may take where provisioning is always deferred (DFR-03); null elsewhere.</summary>
    public TimeSpan? DeferralTimeout { get; init; }
}

/// <summary>An interconnect of the testbed.</summary>
/// <param name="Path">Where it stands in the target file.</param>
/// <param name="Id">Id that both providers use.</param>
/// <param name="State">Whether it takes new connections (IXC-01).</param>
/// <param name="MaxBandwidthMbps">Bound of all connections together, in Mbps (IXC-02).</param>
/// <param name="SizesMbps">Sizes that it supports, in Mbps.</param>
/// <param name="AgreedKeyDuty">The providers agreed on another split of the key duty than halves (CHN-02).</param>
/// <param name="ForKeys">Scenarios may rotate the MACsec keys of its channels.</param>
/// <param name="Channels">All its channels.</param>
public sealed record InterconnectSettings(
    string Path,
    string Id,
    InterconnectState State,
    int MaxBandwidthMbps,
    IReadOnlyList<int> SizesMbps,
    bool AgreedKeyDuty,
    bool ForKeys,
    IReadOnlyList<ChannelSettings> Channels);

/// <summary>A channel of the testbed.</summary>
/// <param name="Path">Where it stands in the target file.</param>
/// <param name="Id">Id that both providers use.</param>
/// <param name="MacsecManager">Id of the provider that rotates its keys (CHN-01).</param>
public sealed record ChannelSettings(string Path, string Id, string MacsecManager);
