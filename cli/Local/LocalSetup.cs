using System.Net;
using System.Security.Cryptography.X509Certificates;
using Harness.Protocol.Security;
using Harness.Reference.Negotiations;
using Harness.Reference.Outbox;
using Harness.Reference.Store;
using Harness.Reference.Testbed;

namespace Harness.Cli.Local;

/// <summary>What is particular to one start of the reference.</summary>
/// <param name="Files">Where its tokens, certificates, log and target file go.</param>
/// <param name="Testbed">What it serves.</param>
/// <param name="Listen">Where it listens; port 0 for any free one.</param>
/// <param name="Partner">Where the partner is going to listen, which the reference calls.</param>
/// <param name="Store">Where its state goes; closed with it.</param>
internal sealed record LocalSetup(
    PrivateFiles Files,
    TestbedModel Testbed,
    IPEndPoint Listen,
    IPEndPoint Partner,
    IStoreDialect Store)
{
    /// <summary>The protocol's clock stands still until the operator advances it.</summary>
    public bool ControlledClock { get; init; } = true;

    /// <summary>Where a controlled clock begins; null for the present, in whole seconds.</summary>
    public DateTimeOffset? ClockStart { get; init; }

    /// <summary>Who issued the peers' certificates; null for the authority that is made for the partner.</summary>
    public X509Certificate2? PeerAuthority { get; init; }

    /// <summary>The server's certificate with its key; null for <see cref="Made"/>.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The server's certificate with its authority, made for it elsewhere; null to have them made.</summary>
    public LocalCertificates? Made { get; init; }

    /// <summary>
    /// Tokens that are not to be made, by owner: a provider's id, or <see cref="TokenSet.PortalOwner"/>.
    /// </summary>
    public IReadOnlyDictionary<string, LocalToken> Tokens { get; init; } = new Dictionary<string, LocalToken>();

    /// <summary>Breaks it, or makes it differ, for a self-test.</summary>
    public Alteration Alter { get; init; } = options => options;

    /// <summary>How calls out are repeated.</summary>
    public OutboxOptions Outbox { get; init; } = new();

    /// <summary>How long and how often a negotiator tries.</summary>
    public NegotiationOptions Negotiation { get; init; } = new();
}
