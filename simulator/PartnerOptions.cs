using System.Net;
using System.Security.Cryptography.X509Certificates;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Simulator;

/// <summary>What a partner needs to be told.</summary>
/// <param name="Provider">Who it is.</param>
/// <param name="Target">Who calls it: the prefix below which it serves.</param>
/// <param name="Certificate">Of its server, with the private key.</param>
/// <param name="Clock">Dates the journal and what the partner makes.</param>
public sealed record PartnerOptions(
    ProviderName Provider,
    ProviderName Target,
    X509Certificate2 Certificate,
    TimeProvider Clock)
{
    /// <summary>Address to listen on.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Port to listen on; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>Bearer token that the target has to show; null to take anyone. A secret (SEC-05).</summary>
    public string? InboundToken { get; init; }

    /// <summary>Largest request body that is read, in bytes; a larger one is answered 413.</summary>
    public long MaxRequestBytes { get; init; } = 1024 * 1024;

    /// <summary>What the partner answers to GenerateFeatureGuidance, for every channel.</summary>
    public L3BaseGuidance Guidance { get; init; } = new(
        Ipv4SubnetGuidance: [new SubnetGuidance("169.254.0.0/16")],
        Ipv4AllowedSubnetPrefixLengths: [29, 30],
        VlanRanges: [new VlanRange(1025, 4094)],
        MtuRanges: [new MtuRange(1500, 8500)]);

    /// <summary>What it answers instead in some environments, by their ids.</summary>
    public IReadOnlyDictionary<string, L3BaseGuidance> GuidanceIn { get; init; } =
        new Dictionary<string, L3BaseGuidance>();

    /// <summary>
    /// Whether a key that the target gives is active at once; otherwise it is when whoever plays the partner says so.
    /// </summary>
    public bool KeysActiveAtOnce { get; init; } = true;

    /// <summary>What it answers for the channels of an environment.</summary>
    public L3BaseGuidance GuidanceOf(EnvironmentName environment) =>
        GuidanceIn.GetValueOrDefault(environment.Id, Guidance);

    /// <summary>Leaves out the token (SEC-05).</summary>
    public override string ToString() => $"partner {Provider} of {Target} on {Address}:{Port}";
}
