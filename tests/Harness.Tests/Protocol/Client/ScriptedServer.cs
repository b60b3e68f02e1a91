using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Harness.Tests.Protocol.Client;

/// <summary>
/// A TCP server on a free loopback port that does to each connection what a test says, well behaved or not.
/// </summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Any, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;
    private readonly string scheme;

    private ScriptedServer(
        Func<Stream, CancellationToken, Task> script,
        X509Certificate2? certificate,
        SslProtocols protocols)
    {
        scheme = certificate is null ? "http" : "https";
        listener.Start();
        serving = ServeAsync(script, certificate, protocols);
    }

    public Uri Url => new($"{scheme}://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>Plain TCP: <paramref name="script"/> gets each connection.</summary>
    public static ScriptedServer Start(Func<Stream, CancellationToken, Task> script) =>
        new(script, null, SslProtocols.None);

    /// <summary>TLS: the script gets each connection after the handshake.</summary>
    public static ScriptedServer StartTls(
        Func<Stream, CancellationToken, Task> script,
        X509Certificate2 certificate,
        SslProtocols protocols = SslProtocols.Tls13) => new(script, certificate, protocols);

    /// <summary>Reads one request's head, then writes <paramref name="response"/> and closes.</summary>
    public static Func<Stream, CancellationToken, Task> Reply(string response) => async (stream, stop) =>
    {
        await ReadHeadAsync(stream, stop);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(response), stop);
    };

    /// <summary>A JSON response in HTTP/1.1, closing the connection.</summary>
    public static Func<Stream, CancellationToken, Task> ReplyJson(int status, string json) => Reply(
        $"HTTP/1.1 {status} x\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}"
        + $"\r\nConnection: close\r\n\r\n{json}");

    /// <summary>Reads up to the blank line and answers what was read.</summary>
    public static async Task<string> ReadHeadAsync(Stream stream, CancellationToken stop)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal)
            && await stream.ReadAsync(one, stop) > 0)
            head.Append((char)one[0]);
        return head.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync(
        Func<Stream, CancellationToken, Task> script,
        X509Certificate2? certificate,
        SslProtocols protocols)
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                connections.Add(ConverseAsync(client, script, certificate, protocols));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ConverseAsync(
        TcpClient client,
        Func<Stream, CancellationToken, Task> script,
        X509Certificate2? certificate,
        SslProtocols protocols)
    {
        using var connection = client;
        try
        {
            if (certificate is null)
            {
                await script(client.GetStream(), stop.Token);
                return;
            }

            await using var tls = new SslStream(client.GetStream());
            await tls.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions
                {
                    ServerCertificate = certificate,
                    EnabledSslProtocols = protocols,
                },
                stop.Token);
            await script(tls, stop.Token);
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or AuthenticationException)
        {
            // The peer hung up or the test is over: what came of it is the test's to judge, at the peer.
        }
    }
}
