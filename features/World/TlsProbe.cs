using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Harness.Certification.Verdicts;

namespace Harness.Features.World;

/// <summary>
/// Opens connections with one version of TLS (SEC-01). What counts is what crosses the wire: that the client has
/// offered the version and no newer one, and that the server has answered with a ServerHello or not. Whether the
/// handshake is then carried through, and the certificate trusted, is another matter.
/// </summary>
/// <param name="deadline">Longest wait for the server.</param>
/// <param name="time">Clock of the wait.</param>
public sealed class TlsProbe(TimeSpan deadline, TimeProvider time)
{
    /// <summary>Tries a version at the server of a URL.</summary>
    /// <exception cref="BlameException">There is no TCP connection to be had.</exception>
    public async Task<Handshake> Try(Uri url, SslProtocols version, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        using var client = await Connect(url, either.Token, cancellation);
        await using var observed = new ObservedStream(client.GetStream());
        var end = await Shake(observed, url, version, either.Token);
        cancellation.ThrowIfCancellationRequested();
        return Judge(observed, version, end);
    }

    private async Task<TcpClient> Connect(Uri url, CancellationToken either, CancellationToken cancellation)
    {
        var client = new TcpClient();
        try
        {
            await client.ConnectAsync(url.IdnHost, url.Port, either);
            return client;
        }
        catch (Exception cause) when (cause is SocketException or OperationCanceledException
            && !cancellation.IsCancellationRequested)
        {
            client.Dispose();
            throw new BlameException(
                Blame.Target,
                $"{url.IdnHost}:{url.Port}: expected a TCP connection within {deadline.TotalSeconds:0.###} s, "
                + $"found none ({cause.Message})",
                cause);
        }
    }

    /// <summary>How the handshake ended, in words; null where it was carried through.</summary>
    private static async Task<string?> Shake(Stream line, Uri url, SslProtocols version, CancellationToken either)
    {
        await using var tls = new SslStream(line, leaveInnerStreamOpen: true);
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = url.IdnHost,
            EnabledSslProtocols = version,
            ApplicationProtocols = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11],
#pragma warning disable CA5359 // Nothing is sent: only the version is asked for, whoever the server may be.
            RemoteCertificateValidationCallback = (_, _, _, _) => true,
#pragma warning restore CA5359
        };
        try
        {
            await tls.AuthenticateAsClientAsync(options, either);
            return null;
        }
        catch (Exception cause) when (cause is AuthenticationException or IOException or OperationCanceledException)
        {
            return cause is OperationCanceledException ? "no answer in time" : cause.Message;
        }
    }

    private static Handshake Judge(ObservedStream line, SslProtocols version, string? end)
    {
        var wanted = version == SslProtocols.Tls13 ? 0x0304 : 0x0303;
        if (TlsRecord.HighestOffered(line.Sent) is var offered && offered != wanted)
            return new Handshake.NotOffered(offered is null ? $"no ClientHello was sent: {end}" : $"0x{offered:x4}");
        if (TlsRecord.IsServerHello(line.Received))
            return end is null
                ? new Handshake.Spoken("a completed handshake", CarriedThrough: true)
                : new Handshake.Spoken($"a ServerHello, then: {end}", CarriedThrough: false);
        return new Handshake.Refused(TlsRecord.Alert(line.Received) is { } alert
            ? $"the alert {alert}"
            : line.Received.IsEmpty ? end ?? "a closed line" : "something that is not TLS");
    }
}
