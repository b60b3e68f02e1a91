using System.Net;

namespace Harness.Reference.Peers;

/// <summary>What a peer's refusal means for the next attempt.</summary>
internal static class PeerAnswer
{
    /// <summary>
    /// Whether the same call would be refused again and has had no effect. A time-out, a limit of rate and a failing
    /// server leave that open.
    /// </summary>
    public static bool IsDefinite(int status) =>
        status is >= 400 and < 500
            and not (int)HttpStatusCode.RequestTimeout
            and not (int)HttpStatusCode.TooManyRequests;
}
