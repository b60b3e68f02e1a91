using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Harness.Simulator.Serving;

/// <summary>Sends an outcome over the wire, whole or spoilt.</summary>
internal sealed class ReplyWriter(TimeProvider clock)
{
    // What a caller that reads without bound is given at the most; then the connection is cut.
    private const int MostEndless = 256 * 1024 * 1024;
    private const int Http2InternalError = 2;

    private static readonly byte[] _filler = Encoding.UTF8.GetBytes(new string(' ', 64 * 1024));
    private static readonly TimeSpan _drip = TimeSpan.FromSeconds(1);

    /// <summary>Resets the request's stream, or its connection where it has no stream of its own.</summary>
    public static void Reset(HttpContext context)
    {
        if (context.Features.Get<IHttpResetFeature>() is { } stream)
            stream.Reset(Http2InternalError);
        else
            context.Abort();
    }

    /// <summary>Sends a response.</summary>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public async Task WriteAsync(HttpContext context, Outcome.Replied outcome)
    {
        var (reply, delivery) = outcome;
        context.Response.StatusCode = reply.Status;
        if (delivery == Delivery.Doubled)
            context.Response.OnCompleted(() => AgainAsync(context, reply));
        if (reply.Body is null)
            return;
        context.Response.ContentType = reply.ContentType;
        var body = Encoding.UTF8.GetBytes(reply.Body);
        switch (delivery)
        {
            case Delivery.Truncated:
                await TruncateAsync(context, body);
                break;
            case Delivery.Endless:
                await GoOnAsync(context, body);
                break;
            case Delivery.Dripped:
                await DripAsync(context, body);
                break;
            default:
                await SendAsync(context, body);
                break;
        }
    }

    private static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> octets)
    {
        await context.Response.Body.WriteAsync(octets, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private static async Task TruncateAsync(HttpContext context, byte[] body)
    {
        context.Response.ContentLength = body.Length;
        await SendAsync(context, body.AsMemory(0, body.Length / 2));
        context.Abort();
    }

    private static async Task GoOnAsync(HttpContext context, byte[] body)
    {
        await SendAsync(context, body.AsMemory(0, body.Length - 1));
        for (var sent = 0; sent < MostEndless; sent += _filler.Length)
            await SendAsync(context, _filler);
        context.Abort();
    }

    private async Task DripAsync(HttpContext context, byte[] body)
    {
        for (var i = 0; i < body.Length; i++)
        {
            await SendAsync(context, body.AsMemory(i, 1));
            await Task.Delay(_drip, clock, context.RequestAborted);
        }
    }

    // Below the server, which would not send a second response to a request.
    private static async Task AgainAsync(HttpContext context, PartnerReply reply)
    {
        if (!HttpProtocol.IsHttp11(context.Request.Protocol)
            || context.Features.Get<IConnectionTransportFeature>() is not { } connection)
            return;
        var body = Encoding.UTF8.GetBytes(reply.Body ?? "");
        var head = Encoding.ASCII.GetBytes(
            $"HTTP/1.1 {reply.Status} Again\r\nContent-Type: {reply.ContentType}\r\n"
            + $"Content-Length: {body.Length}\r\n\r\n");
        await connection.Transport.Output.WriteAsync((byte[])[.. head, .. body]);
    }
}
