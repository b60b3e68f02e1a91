using System.Net;
using System.Net.Sockets;
using Harness.Features.Hosting;
using Harness.Features.Target;
using Harness.Features.Target.Hooks;
using Harness.Features.Target.Loading;
using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Security;
using Harness.Reference.Clock;
using Harness.Reference.Hosting;
using Harness.Reference.Outbox;
using Harness.Reference.Rules;
using Harness.Reference.Security;
using Harness.Reference.Store.Sqlite;
using Harness.Reference.Testbed;
using Harness.Simulator;

namespace Harness.Tests.Features.Scenarios;

/// <summary>A reference that is being certified in this process, with the partner that certifies it.</summary>
internal sealed class EmbeddedTarget : IAsyncDisposable
{
    private readonly ReferenceHost reference;
    private readonly string directory;
    private readonly LocalCertificates certificates;

    private EmbeddedTarget(
        ReferenceHost reference, TargetFile file, FeatureHost host, string directory, LocalCertificates certificates)
    {
        this.reference = reference;
        File = file;
        Host = host;
        this.directory = directory;
        this.certificates = certificates;
    }

    public TargetFile File { get; }

    public FeatureHost Host { get; }

    public static async Task<EmbeddedTarget> StartAsync(int environments, RuleBook? rules = null)
    {
        var directory = Directory.CreateTempSubdirectory("harness-").FullName;
        var certificates = LocalCertificates.Create("harness", TimeProvider.System);
        var port = FreePort();
        var testbed = DefaultTestbed.Create(environments + 1, new Uri($"https://localhost:{port}/"));
        var options = new ReferenceOptions
        {
            Testbed = testbed,
            Store = SqliteDialect.Temporary(directory, "store"),
            Certificate = certificates.Server,
            Callers =
            [
                new CallerCredential(BearerToken.Of("partner-token-0001"), ["borealis"]),
                new CallerCredential(BearerToken.Of("stranger-token-0001"), ["cirrus"]),
            ],
            PortalToken = BearerToken.Of("portal-token-0001"),
            Clock = new ControllableClock(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            TechnicalTime = TimeProvider.System,
            PageTokenSecret = new byte[32],
            NetworkDelay = TimeSpan.FromMilliseconds(2),
            Outbox = new OutboxOptions { FirstRetry = TimeSpan.FromMilliseconds(5) },
            Connect = peer => new CoordinatorClient(
                new HttpMessageInvoker(ClientHandlers.Create(
                    Trust(certificates), new NoAuthentication(), TimeSpan.FromSeconds(5))),
                new ClientOptions(peer.ApiUri!, new NoAuthentication(), TimeProvider.System)),
        };
        var reference = await ReferenceHost.StartAsync(
            rules is null ? options : options with { Rules = rules }, CancellationToken.None);
        await System.IO.File.WriteAllTextAsync(Path.Combine(directory, "ca.pem"), certificates.AuthorityPem);
        var file = Load(reference.BaseUrl, port, environments, directory);
        var partner = new PartnerOptions(
            new ProviderName("borealis"), new ProviderName("aurora"), certificates.Server, TimeProvider.System)
        {
            Port = port,
        };
        var host = await FeatureHost.OpenAsync(
            file, partner, new NobodyAtTheConsole(), TimeProvider.System, CancellationToken.None);
        return new EmbeddedTarget(reference, file, host, directory, certificates);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await reference.DisposeAsync();
        certificates.Dispose();
        Directory.Delete(directory, recursive: true);
    }

    private static ServerTrust.Authorities Trust(LocalCertificates certificates) =>
        new([certificates.Authority()]);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static TargetFile Load(Uri baseUrl, int port, int environments, string directory)
    {
        var yaml = TargetYaml.For(baseUrl, port, environments);
        var tokens = new Dictionary<string, string>
        {
            ["PARTNER_TOKEN"] = "partner-token-0001",
            ["STRANGER_TOKEN"] = "stranger-token-0001",
            ["PORTAL_TOKEN"] = "portal-token-0001",
        };
        return TargetLoader.Parse(yaml, "target.yaml", directory, tokens.GetValueOrDefault) switch
        {
            TargetLoad.Loaded loaded => loaded.File,
            var faulty => throw new InvalidOperationException($"{faulty}"),
        };
    }
}
