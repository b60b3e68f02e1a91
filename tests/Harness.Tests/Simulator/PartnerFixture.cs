using System.Net.Security;
using System.Net.Sockets;
using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Protocol.Security;
using Harness.Simulator;
using Harness.Simulator.Journaling;

namespace Harness.Tests.Simulator;

/// <summary>A running partner with one environment, and a client that calls it as the target would.</summary>
internal sealed class PartnerFixture : IAsyncDisposable
{
    public static readonly ProviderName Target = new("aurora");
    public static readonly ProviderName Self = new("borealis");
    public static readonly InterconnectName Interconnect = Target.Environment("env-1").Interconnect("ix1");
    public static readonly ConnectionName Connection = Interconnect.Connection("11111111-2222-3333-4444-555555555555");
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    private readonly LocalCertificates certificates;
    private readonly HttpMessageInvoker http;

    private PartnerFixture(LocalCertificates certificates, Partner partner)
    {
        this.certificates = certificates;
        Partner = partner;
        http = new HttpMessageInvoker(Handler());
        AsTarget = new CoordinatorClient(
            http,
            new ClientOptions(partner.BaseUrl, NoAuthentication.Instance, TimeProvider.System) { Deadline = Deadline });
    }

    public Partner Partner { get; }

    public CoordinatorClient AsTarget { get; }

    public Journal Journal => Partner.Journal;

    public static async Task<PartnerFixture> StartAsync(Func<PartnerOptions, PartnerOptions>? change = null)
    {
        var certificates = LocalCertificates.Create("partner test", TimeProvider.System);
        var options = new PartnerOptions(Self, Target, certificates.Server, TimeProvider.System);
        var fixture = new PartnerFixture(
            certificates, await Partner.StartAsync(change?.Invoke(options) ?? options));
        fixture.PutStatics("env-1");
        return fixture;
    }

    public void PutStatics(string environment)
    {
        var name = Partner.Environment(environment);
        var interconnect = name.Interconnect("ix1");
        Partner.State.Environments.Put(new(name.ToString(), SupportedConnectionSizeMbps: [100, 1000]));
        Partner.State.Interconnects.Put(new Interconnect(
            interconnect.ToString(), [100, 1000], [FeatureType.L3Base], InterconnectState.Active, 2000));
        foreach (var id in (string[])["east-7", "west-2", "west-31"])
            Partner.State.Channels.Put(new Channel(
                interconnect.Channel(id).ToString(),
                MacsecManagerProvider: id == "west-2" ? Self.ToString() : Target.ToString()));
    }

    public void PutConnection(int mbps = 1000, params IReadOnlyList<Feature> features) =>
        Partner.State.PutConnection(new Connection(Connection.ToString(), BandwidthMbps: mbps), features);

    /// <summary>What sends requests to it; whoever asks disposes of it.</summary>
    public SocketsHttpHandler Handler() => ClientHandlers.Create(
        new ServerTrust.Authorities([certificates.Authority()]), NoAuthentication.Instance, Deadline);

    /// <summary>A line to the partner, below HTTP.</summary>
    public async Task<SslStream> OpenAsync(SslApplicationProtocol protocol)
    {
        var socket = new TcpClient();
        await socket.ConnectAsync(Partner.BaseUrl.Host, Partner.BaseUrl.Port);
        var line = new SslStream(socket.GetStream());
        await line.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            ApplicationProtocols = [protocol],
            RemoteCertificateValidationCallback = (_, found, _, _) =>
                found?.GetCertHashString() == certificates.Server.GetCertHashString(),
        });
        return line;
    }

    public async ValueTask DisposeAsync()
    {
        await Partner.DisposeAsync();
        http.Dispose();
        certificates.Dispose();
    }
}
