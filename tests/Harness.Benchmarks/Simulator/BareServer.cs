using System.Net;
using System.Security.Authentication;
using Harness.Protocol.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Harness.Benchmarks.Simulator;

/// <summary>The floor: the same web server, which reads the body and gives one answer, and does nothing else.</summary>
internal static class BareServer
{
    /// <summary>Starts it on a free port.</summary>
    public static async Task<(WebApplication Server, Uri Url)> StartAsync(LocalCertificates certificates, string body)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            new IPEndPoint(IPAddress.Loopback, 0),
            listen => listen.UseHttps(https =>
            {
                https.ServerCertificate = certificates.Server;
                https.SslProtocols = SslProtocols.Tls13;
            })));
        var server = builder.Build();
        server.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            await reader.ReadToEndAsync(context.RequestAborted);
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(body, context.RequestAborted);
        });
        await server.StartAsync();
        var features = server.Services.GetRequiredService<IServer>().Features;
        return (server, new Uri(features.Get<IServerAddressesFeature>()!.Addresses.First()));
    }
}
