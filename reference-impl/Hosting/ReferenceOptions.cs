using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Harness.Protocol.Client;
using Harness.Reference.Ids;
using Harness.Reference.Negotiations;
using Harness.Reference.Network;
using Harness.Reference.Outbox;
using Harness.Reference.Rules;
using Harness.Reference.Security;
using Harness.Reference.Store;
using Harness.Reference.Testbed;

namespace Harness.Reference.Hosting;

/// <summary>Everything that a reference coordinator is started with. There is no other configuration.</summary>
public sealed record ReferenceOptions
{
    /// <summary>The static resources and accounts.</summary>
    public required TestbedModel Testbed { get; init; }

    /// <summary>Where the state is kept. The host opens and disposes of it.</summary>
    public required IStoreDialect Store { get; init; }

    /// <summary>The server's certificate with its key (SEC-01). Only a test server does without.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Address to listen on.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Port to listen on; 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>Tokens of the peers and the providers that each may act as (SEC-04).</summary>
    public required IReadOnlyList<CallerCredential> Callers { get; init; }

    /// <summary>Token of the customer portal and the operator's surface.</summary>
    public required BearerToken PortalToken { get; init; }

    /// <summary>
    /// The protocol's clock: start times, bake times, key lifetimes, maintenance windows. A
    /// <see cref="Clock.ControllableClock"/> can be advanced over the operator's surface.
    /// </summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Real time, for delays, retries and logs.</summary>
    public required TimeProvider TechnicalTime { get; init; }

    /// <summary>Where new ids come from.</summary>
    public IIdSource Ids { get; init; } = new RandomIds();

    /// <summary>Key of the page tokens, 32 bytes. With another key tokens issued before are refused.</summary>
    public required byte[] PageTokenSecret { get; init; }

    /// <summary>The rules that the coordinator goes by.</summary>
    public RuleBook Rules { get; init; } = ReferenceRules.Standard;

    /// <summary>The provider's network; null for a simulated one with <see cref="NetworkDelay"/>.</summary>
    public INetwork? Network { get; init; }

    /// <summary>How long the simulated network takes for each change.</summary>
    public TimeSpan NetworkDelay { get; init; }

    /// <summary>How calls out are repeated.</summary>
    public OutboxOptions Outbox { get; init; } = new();

    /// <summary>How long and how often a negotiator tries.</summary>
    public NegotiationOptions Negotiation { get; init; } = new();

    /// <summary>Has the last word on who delivers what; as it is where nothing else is said.</summary>
    public Func<IDeliveryHandler, IDeliveryHandler> Deliverer { get; init; } = handler => handler;

    /// <summary>The versions of TLS that are spoken (SEC-01).</summary>
    public SslProtocols Tls { get; init; } = SslProtocols.Tls13;

    /// <summary>What stands before everything else that handles a request, outermost first.</summary>
    public IReadOnlyList<Func<RequestDelegate, RequestDelegate>> Before { get; init; } = [];

    /// <summary>Makes the client of a peer that has an API address: trust, authentication and deadlines.</summary>
    public required Func<TestbedPeer, CoordinatorClient> Connect { get; init; }

    /// <summary>Where log lines go, one JSON object each; null for nowhere. The caller disposes of it.</summary>
    public TextWriter? Log { get; init; }

    /// <summary>Least grave entries that are logged.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary>Largest request body, in bytes.</summary>
    public int MaxRequestBytes { get; init; } = 256 * 1024;

    /// <summary>How long a stopping server waits for requests under way.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
