using System.Net.Sockets;
using System.Security.Authentication;

namespace Harness.Certification.Evidence;

/// <summary>Says in plain words why there was no whole answer.</summary>
internal static class TransportFaults
{
    public static string Describe(Exception cause)
    {
        var innermost = cause;
        for (; innermost.InnerException is not null; innermost = innermost.InnerException)
        {
            if (innermost is AuthenticationException)
                break;
        }

        return $"{Words(cause, innermost)} ({innermost.Message})";
    }

    private static string Words(Exception cause, Exception innermost) => innermost switch
    {
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "a refused connection",
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } =>
            "a host name without an address",
        SocketException { SocketErrorCode: SocketError.TimedOut } => "no connection in time",
        AuthenticationException => "a failed TLS handshake",
        _ => Words(cause),
    };

    private static string Words(Exception cause) => (cause as HttpRequestException)?.HttpRequestError switch
    {
        HttpRequestError.ConfigurationLimitExceeded => "too large an answer",
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => "an answer that is not HTTP",
        HttpRequestError.SecureConnectionError => "a failed TLS handshake",
        HttpRequestError.NameResolutionError => "a host name without an address",
        HttpRequestError.ConnectionError => "no connection",
        _ => "a connection closed before the answer was whole",
    };
}
