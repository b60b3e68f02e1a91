namespace Harness.Features.Races.Rig;

/// <summary>The connections that races go over.</summary>
public interface IRaceLanes
{
    /// <summary>The connection that the partner's other requests use.</summary>
    HttpMessageHandler Shared { get; }

    /// <summary>The handlers that a burst's callers go through, with their connections open.</summary>
    /// <param name="count">How many callers.</param>
    /// <param name="release">Over one connection, or each over its own.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="Protocol.Client.TransportException">The target does not answer.</exception>
    Task<IReadOnlyList<HttpMessageHandler>> WarmAsync(int count, Release release, CancellationToken cancellation);
}
