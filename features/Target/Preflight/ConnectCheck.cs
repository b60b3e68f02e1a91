using System.Net;
using System.Net.Sockets;

namespace Harness.Features.Target.Preflight;

/// <summary>Whether the host has an address and somebody listens there.</summary>
internal sealed class ConnectCheck : IPreflightCheck
{
    public string Name => "connection";

    public string Path => "baseUrl";

    public bool IsGround => true;

    public async Task RunAsync(PreflightContext context, CancellationToken cancellation)
    {
        var url = context.File.BaseUrl;
        if (await FaultAsync(url, context.File.Timeouts.Request, context.Time, cancellation) is { } fault)
            context.Fail(Path, $"a server at {url.Host} port {url.Port}", fault, "mend baseUrl, or start the target");
        else
            context.Ok(Path, $"{url.Host} port {url.Port} answers");
    }

    /// <summary>Why a URL's host and port cannot be connected to, in words; null where they can.</summary>
    internal static async Task<string?> FaultAsync(
        Uri url,
        TimeSpan deadline,
        TimeProvider time,
        CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(url.DnsSafeHost, either.Token);
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(addresses, url.Port, either.Token);
            return null;
        }
        catch (SocketException fault) when (fault.SocketErrorCode == SocketError.ConnectionRefused)
        {
            return "the connection refused: nobody listens there";
        }
        catch (SocketException fault)
        {
            return fault.Message;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"no connection within {deadline.TotalSeconds:0.###} s";
        }
    }
}
