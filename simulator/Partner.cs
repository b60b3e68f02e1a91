using System.Net;
using System.Security.Authentication;
using Harness.Protocol.Resources;
using Harness.Simulator.Behaviours;
using Harness.Simulator.Calling;
using Harness.Simulator.Defaults;
using Harness.Simulator.Journaling;
using Harness.Simulator.Serving;
using Harness.Simulator.State;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Harness.Simulator;

/// <summary>
/// The provider that the harness plays: a real server over TLS 1.3 that keeps the protocol unless a behaviour
/// bends it, and enters all that crosses the wire into a journal.
/// </summary>
public sealed class Partner : IAsyncDisposable
{
    private readonly WebApplication server;

    private Partner(PartnerOptions options)
    {
        Options = options;
        Journal = new Journal(options.Clock);
        Gates = new GateBook(options.Clock);
        Calls = new Calls(options.Provider, Journal);
        server = Build(options);
        var handler = new PartnerServer(
            options, Journal, Behaviours, new WellBehavedPartner(options, State), Calls);
        server.Run(handler.HandleAsync);
    }

    /// <summary>What it was started with.</summary>
    public PartnerOptions Options { get; }

    /// <summary>Root of its API, as reached on this machine.</summary>
    public Uri BaseUrl { get; private set; } = new("https://localhost");

    /// <summary>Its own side of all resources.</summary>
    public PartnerState State { get; } = new();

    /// <summary>What bends it.</summary>
    public BehaviourBook Behaviours { get; } = new();

    /// <summary>Where behaviours hold exchanges.</summary>
    public GateBook Gates { get; }

    /// <summary>Its own calls to the target.</summary>
    public Calls Calls { get; }

    /// <summary>All that crossed the wire.</summary>
    public Journal Journal { get; }

    /// <summary>Starts a partner, which serves until it is disposed.</summary>
    /// <exception cref="IOException">The address or port is not to be had.</exception>
    public static async Task<Partner> StartAsync(PartnerOptions options, CancellationToken cancellation = default)
    {
        var partner = new Partner(options);
        partner.State.Providers.Put(new Provider(options.Provider.ToString(), options.Provider.Id));
        partner.State.Providers.Put(new Provider(options.Target.ToString(), options.Target.Id));
        try
        {
            await partner.server.StartAsync(cancellation);
        }
        catch
        {
            await partner.DisposeAsync();
            throw;
        }

        partner.BaseUrl = new Uri(partner.server.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return partner;
    }

    /// <summary>
    /// The part of the partner that one scenario sees: what concerns one environment, from now on. What it bends
    /// is straight again when it is disposed.
    /// </summary>
    public PartnerScope OpenScope(string environmentId) => new(this, environmentId);

    /// <summary>The partner's own name of an environment that it shares with the target.</summary>
    public EnvironmentName Environment(string environmentId) => Options.Target.Environment(environmentId);

    public async ValueTask DisposeAsync()
    {
        Gates.ReleaseAll();
        await server.StopAsync();
        await server.DisposeAsync();
        Calls.Dispose();
    }

    private static WebApplication Build(PartnerOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxRequestBytes;
            kestrel.Listen(new IPEndPoint(options.Address, options.Port), listen => listen.UseHttps(https =>
            {
                https.ServerCertificate = options.Certificate;
                https.SslProtocols = SslProtocols.Tls13;
            }));
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        return builder.Build();
    }
}
