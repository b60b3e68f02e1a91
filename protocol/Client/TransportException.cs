using System.Net.Sockets;
using System.Security.Authentication;

namespace Harness.Protocol.Client;

/// <summary>A call that got no whole response. The message says what was asked and what happened.</summary>
public sealed class TransportException : Exception
{
    public TransportException(TransportFault fault, string message, Exception? cause = null)
        : base(message, cause) => Fault = fault;

    /// <summary>What happened, for code.</summary>
    public TransportFault Fault { get; }

    /// <summary>Names the fault behind what the HTTP stack threw.</summary>
    internal static TransportException From(Exception cause, string call)
    {
        var fault = Classify(cause);
        var innermost = cause;
        while (innermost.InnerException is { } inner)
            innermost = inner;
        return new TransportException(fault, $"{call}: {Words(fault)} ({innermost.Message})", cause);
    }

    private static TransportFault Classify(Exception cause)
    {
        for (Exception? part = cause; part is not null; part = part.InnerException)
        {
            switch (part)
            {
                case AuthenticationException:
                    return TransportFault.Tls;
                case SocketException socket:
                    return Classify(socket.SocketErrorCode);
                case HttpProtocolException http2:
                    return Classify(http2.ErrorCode);
                default:
                    break;
            }
        }

        return cause is HttpRequestException http ? Classify(http.HttpRequestError) : TransportFault.Reset;
    }

    private static TransportFault Classify(SocketError error) => error switch
    {
        SocketError.ConnectionRefused => TransportFault.Refused,
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => TransportFault.NameNotFound,
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => TransportFault.Reset,
        SocketError.TimedOut => TransportFault.Timeout,
        _ => TransportFault.Unreachable,
    };

    // HTTP/2 codes by which the stack complains of what it read; a peer that hangs up sends others.
    private static TransportFault Classify(long http2Error) => http2Error switch
    {
        0x1 or 0x3 or 0x6 or 0x9 => TransportFault.Garbage,
        _ => TransportFault.Reset,
    };

    private static TransportFault Classify(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => TransportFault.NameNotFound,
        HttpRequestError.ConnectionError => TransportFault.Unreachable,
        HttpRequestError.SecureConnectionError => TransportFault.Tls,
        HttpRequestError.ConfigurationLimitExceeded => TransportFault.TooLarge,
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => TransportFault.Garbage,
        _ => TransportFault.Reset,
    };

    private static string Words(TransportFault fault) => fault switch
    {
        TransportFault.Refused => "the connection was refused",
        TransportFault.NameNotFound => "the host name has no address",
        TransportFault.Unreachable => "the host cannot be reached",
        TransportFault.Tls => "the TLS handshake failed",
        TransportFault.Timeout => "no whole response came before the deadline",
        TransportFault.TooLarge => "the response is larger than accepted",
        TransportFault.Garbage => "what came back is not HTTP",
        _ => "the connection was closed before the response was whole",
    };
}
