using System.Net;
using Harness.Protocol.Json;
using Harness.Reference.OpenApi;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Harness.Reference.Hosting;

/// <summary>Sets up the web server and its services.</summary>
internal static class ServerSetup
{
    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan HandshakeTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromMinutes(2);

    /// <summary>A builder that reads no configuration but <paramref name="options"/>.</summary>
    public static WebApplicationBuilder Builder(ReferenceOptions options, Action<IWebHostBuilder>? server)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        if (server is null)
            builder.WebHost.UseKestrel(kestrel => Listen(kestrel, options));
        else
            server(builder.WebHost);

        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.Services.AddRoutingCore();
        builder.Services.AddContractDocument();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.DrainTimeout);
        // A body or parameter that cannot be read becomes an exception, which says where it is wrong (COM-05).
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(json => UseContractJson(json.SerializerOptions));
        builder.Logging.SetMinimumLevel(options.LogLevel);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        if (options.Log is not null)
            builder.Logging.AddProvider(new JsonLogProvider(options.Log, options.TechnicalTime));
        return builder;
    }

    private static void Listen(KestrelServerOptions kestrel, ReferenceOptions options)
    {
        var certificate = options.Certificate
            ?? throw new ArgumentException("expected a server certificate, found none: there is no API without TLS");
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = options.MaxRequestBytes;
        kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;
        kestrel.Limits.KeepAliveTimeout = IdleTimeout;
        kestrel.Listen(new IPEndPoint(options.Address, options.Port), endpoint =>
        {
            endpoint.Protocols = HttpProtocols.Http1AndHttp2;
            endpoint.UseHttps(certificate, https =>
            {
                https.SslProtocols = options.Tls; // SEC-01
                https.HandshakeTimeout = HandshakeTimeout;
            });
        });
    }

    // As the contract's own options (COM-09), which cannot be handed over as a whole.
    private static void UseContractJson(System.Text.Json.JsonSerializerOptions json)
    {
        var contract = ProtocolJson.ContractOptions;
        json.PropertyNamingPolicy = contract.PropertyNamingPolicy;
        json.PropertyNameCaseInsensitive = contract.PropertyNameCaseInsensitive;
        json.DefaultIgnoreCondition = contract.DefaultIgnoreCondition;
        json.NumberHandling = contract.NumberHandling;
        foreach (var converter in contract.Converters)
            json.Converters.Add(converter);
        json.TypeInfoResolverChain.Insert(0, ProtocolJson.Default);
    }
}
