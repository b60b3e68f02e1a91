namespace Harness.Protocol.Client;

/// <summary>What a client needs to know.</summary>
/// <param name="BaseUrl">Root of the API; may carry a path prefix.</param>
/// <param name="Authentication">Proves the caller's identity on every call.</param>
/// <param name="Time">Measures the deadline.</param>
public sealed record ClientOptions(Uri BaseUrl, IRequestAuthentication Authentication, TimeProvider Time)
{
    /// <summary>Longest time that one call may take, until its response is whole.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Largest response body that is read, in bytes.</summary>
    public int MaxResponseBytes { get; init; } = 4 * 1024 * 1024;
}
