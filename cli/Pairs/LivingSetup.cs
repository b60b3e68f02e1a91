using System.Net;
using Harness.Features.Living;
using Harness.Protocol.Security;
using Harness.Reference.Testbed;
using Harness.Simulator;

namespace Harness.Cli.Pairs;

/// <summary>How the simulated partner is started as one of two sides.</summary>
/// <param name="Testbed">As the partner keeps it.</param>
/// <param name="Target">The other side.</param>
/// <param name="Address">Where it listens.</param>
/// <param name="Certificates">Its own.</param>
/// <param name="Token">What the target shows to it. A secret (SEC-05).</param>
internal sealed record LivingSetup(
    TestbedModel Testbed, Side Target, IPEndPoint Address, LocalCertificates Certificates, string Token)
{
    /// <summary>Its network.</summary>
    public IPartnerNetwork Network { get; init; } = new InstantNetwork();

    /// <summary>Chooses its ids and keys.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Its clock stands still until it is moved, rather than being real time.</summary>
    public bool ControlledClock { get; init; } = true;

    /// <summary>Bends it, for a self-test.</summary>
    public Action<Partner> Bend { get; init; } = _ => { };

    /// <summary>Leaves out the token (SEC-05).</summary>
    public override string ToString() => $"{Testbed.Provider.Id} on {Address}";
}
