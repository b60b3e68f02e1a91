using Harness.Protocol.Client;
using Harness.Protocol.Security;
using Harness.Reference.Clock;
using Harness.Reference.Hosting;
using Harness.Reference.Ids;
using Harness.Reference.Security;
using Harness.Reference.Store;
using Harness.Reference.Testbed;

namespace Harness.Benchmarks;

/// <summary>A reference in this process, over TLS on loopback, with its log, and a bare client for it.</summary>
internal sealed class BenchmarkedReference : IAsyncDisposable
{
    public const string PartnerToken = "partner-token-of-benchmarks";
    public const string PortalToken = "portal-token-of-benchmarks";

    private static readonly DateTimeOffset Beginning = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly LocalCertificates certificates;
    private readonly StreamWriter log;

    private BenchmarkedReference(LocalCertificates certificates, StreamWriter log, ReferenceHost host)
    {
        this.certificates = certificates;
        this.log = log;
        Host = host;
    }

    public ReferenceHost Host { get; }

    /// <summary>Starts it on a free port. Its peers cannot be called: nobody is there to answer.</summary>
    public static async Task<BenchmarkedReference> StartAsync(
        TestbedModel testbed, IStoreDialect store, string logFile, TimeProvider time)
    {
        var certificates = LocalCertificates.Create("Harness benchmarks", time, "127.0.0.1");
        var log = new StreamWriter(logFile);
        var options = new ReferenceOptions
        {
            Testbed = testbed,
            Store = store,
            Certificate = certificates.Server,
            Callers =
            [
                new CallerCredential(BearerToken.Of(PartnerToken), [DefaultTestbed.PartnerId]),
            ],
            PortalToken = BearerToken.Of(PortalToken),
            Clock = new ControllableClock(Beginning),
            TechnicalTime = time,
            Ids = new SeededIds(1),
            PageTokenSecret = new byte[32],
            NetworkDelay = TimeSpan.FromMilliseconds(5),
            Connect = peer => throw new InvalidOperationException($"expected no call to {peer.Id}, found one"),
            Log = log,
        };
        return new BenchmarkedReference(
            certificates, log, await ReferenceHost.StartAsync(options, CancellationToken.None));
    }

    /// <summary>A client with connections of its own, as plain as can be.</summary>
    public HttpClient Client()
    {
        var trust = new ServerTrust.Authorities([certificates.Authority()]);
        return new HttpClient(ClientHandlers.Create(trust, new NoAuthentication(), TimeSpan.FromSeconds(5)))
        {
            BaseAddress = Host.BaseUrl,
            Timeout = TimeSpan.FromSeconds(10),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await log.DisposeAsync();
        certificates.Dispose();
    }
}
