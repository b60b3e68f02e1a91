namespace Harness.Protocol.Client;

/// <summary>What a call came to, once a whole response was there. Closed: one of the three nested records.</summary>
/// <typeparam name="T">The record that the contract answers with.</typeparam>
public abstract record ApiResult<T>
{
    private ApiResult(RawResponse response) => Response = response;

    /// <summary>The response as it crossed the wire.</summary>
    public RawResponse Response { get; }

    /// <summary>HTTP status code.</summary>
    public int Status => Response.Status;

    /// <summary>The value of a success; null for a refusal and for a malformed answer.</summary>
    public T? ValueOrDefault => this is Success success ? success.Value : default;

    /// <summary>Leaves out the body, which may hold secrets (SEC-05).</summary>
    public override string ToString() => $"{GetType().Name} {Status}";

    /// <summary>A status of 2xx with a body of the contract's shape.</summary>
    public sealed record Success(RawResponse Raw, T Value) : ApiResult<T>(Raw)
    {
        public override string ToString() => $"Success {Status}";
    }

    /// <summary>Any status but 2xx, redirects included: they are not followed.</summary>
    /// <param name="Raw">The response.</param>
    /// <param name="Problem">The error body, where it is an RFC 9457 problem.</param>
    public sealed record Refusal(RawResponse Raw, Problem? Problem) : ApiResult<T>(Raw)
    {
        public override string ToString() => $"Refusal {Status}";
    }

    /// <summary>A status of 2xx with a body that is not of the contract's shape (COM-09).</summary>
    /// <param name="Raw">The response.</param>
    /// <param name="Reason">What is wrong with it, with the JSON path; without values.</param>
    public sealed record Malformed(RawResponse Raw, string Reason) : ApiResult<T>(Raw)
    {
        public override string ToString() => $"Malformed {Status}: {Reason}";
    }
}
