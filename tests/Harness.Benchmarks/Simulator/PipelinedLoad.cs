using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Harness.Protocol.Security;

namespace Harness.Benchmarks.Simulator;

/// <summary>
/// Sends one request over and over on lines of its own, sixteen at a time on each, as HTTP/1.1 lets: a client that
/// costs little, so that what is measured is the server.
/// </summary>
internal static class PipelinedLoad
{
    private const int Lines = 8;
    private const int Depth = 16;

    /// <summary>Sends so many requests, and measures.</summary>
    /// <param name="url">Of the server.</param>
    /// <param name="path">What is asked for; with an empty object as the body.</param>
    /// <param name="requests">How many at the least.</param>
    /// <param name="certificates">The server's.</param>
    /// <param name="time">Measures.</param>
    /// <returns>How many were answered, and how many a second.</returns>
    public static async Task<(int Replies, double PerSecond)> RunAsync(
        Uri url, string path, int requests, LocalCertificates certificates, TimeProvider time)
    {
        var rounds = (requests / (Lines * Depth)) + 1;
        var lines = await Task.WhenAll(Enumerable.Range(0, Lines).Select(_ => OpenAsync(url, certificates)));
        try
        {
            var begun = time.GetTimestamp();
            await Task.WhenAll(lines.Select(line => DriveAsync(line, path, rounds)));
            var replies = rounds * Lines * Depth;
            return (replies, replies / time.GetElapsedTime(begun).TotalSeconds);
        }
        finally
        {
            foreach (var line in lines)
                await line.DisposeAsync();
        }
    }

    private static async Task DriveAsync(SslStream line, string path, int rounds)
    {
        var request = Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 2\r\n\r\n{}");
        var batch = Enumerable.Repeat(request, Depth).SelectMany(octets => octets).ToArray();
        var buffer = new byte[64 * 1024];
        for (var round = 0; round < rounds; round++)
        {
            await line.WriteAsync(batch);
            var heads = 0;
            while (heads < Depth)
            {
                var count = await line.ReadAsync(buffer);
                if (count == 0)
                    throw new IOException($"expected {Depth} replies, found the end after {heads}");
                heads += Heads(buffer.AsSpan(0, count));
            }
        }
    }

    // Each reply has an ETX in its body, which nothing else has: one octet cannot be torn apart by a read.
    private static int Heads(ReadOnlySpan<byte> octets) => octets.Count((byte)'\x03');

    private static async Task<SslStream> OpenAsync(Uri url, LocalCertificates certificates)
    {
        var socket = new TcpClient { NoDelay = true };
        await socket.ConnectAsync(url.Host, url.Port);
        var line = new SslStream(socket.GetStream());
        await line.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            ApplicationProtocols = [SslApplicationProtocol.Http11],
            RemoteCertificateValidationCallback = (_, found, _, _) =>
                found?.GetCertHashString() == certificates.Server.GetCertHashString(),
        });
        return line;
    }
}
