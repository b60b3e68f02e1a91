using Harness.Certification.Verdicts;
using Harness.Features.World;
using Harness.Protocol.Client;

namespace Harness.Features.Races.Rig;

/// <summary>Tells what a request without a plain answer has done: nothing, or nobody knows.</summary>
internal static class Fate
{
    private const int TooManyRequests = 429;
    private const int RequestTimeout = 408;
    private const long RefusedStream = 0x7;

    /// <summary>The reply that an answer makes.</summary>
    public static Reply Of(long called, long returned, Answer answer) => answer.Status switch
    {
        TooManyRequests => new Reply.NotSent("the target takes no more requests for now (429)", null, answer),
        RequestTimeout or >= 500 => new Reply.Unknown(called, $"answered {answer.Status}", null, answer),
        _ => new Reply.Known(called, returned, answer),
    };

    /// <summary>The reply that a fault makes.</summary>
    public static Reply Of(long called, Exception fault) => NeverReached(fault)
        ? new Reply.NotSent(fault.Message, fault, null)
        : new Reply.Unknown(called, fault.Message, fault, null);

    /// <summary>Whether a fault is of the exchange, and not of the harness.</summary>
    public static bool IsOfExchange(Exception fault) =>
        fault is TransportException or HttpRequestException or IOException or BlameException { Blame: Blame.Target };

    private static bool NeverReached(Exception fault)
    {
        for (var part = fault; part is not null; part = part.InnerException)
        {
            switch (part)
            {
                case HttpProtocolException http2:
                    return http2.ErrorCode == RefusedStream;
                case TransportException transport:
                    if (transport.Fault is TransportFault.Refused or TransportFault.NameNotFound
                        or TransportFault.Unreachable or TransportFault.Tls)
                        return true;
                    break;
                case HttpRequestException http:
                    if (http.HttpRequestError is HttpRequestError.ConnectionError
                        or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
                        return true;
                    break;
                default:
                    break;
            }
        }

        return false;
    }
}
