using Harness.Features.Target;
using Harness.Protocol.Client;

namespace Harness.Features.Races.Rig;

/// <summary>
/// The connections of races: the run's own for bursts over one, and as many others as a burst asks for. Kept open for
/// the whole run, since a handshake would spread a burst by milliseconds.
/// </summary>
public sealed class RaceLanes : IRaceLanes, IDisposable
{
    private readonly TargetFile file;
    private readonly TimeProvider time;
    private readonly SocketsHttpHandler shared;
    private readonly Lock guard = new();
    private readonly List<SocketsHttpHandler> separate = [];

    /// <param name="file">The target.</param>
    /// <param name="shared">The connection that the partner's other requests use.</param>
    /// <param name="time">Real time.</param>
    public RaceLanes(TargetFile file, SocketsHttpHandler shared, TimeProvider time)
    {
        this.file = file;
        this.time = time;
        this.shared = shared;
    }

    public HttpMessageHandler Shared => shared;

    public async Task<IReadOnlyList<HttpMessageHandler>> WarmAsync(
        int count,
        Release release,
        CancellationToken cancellation)
    {
        if (release == Release.OneConnection)
        {
            await TouchAsync(shared, cancellation);
            return [.. Enumerable.Repeat<HttpMessageHandler>(shared, count)];
        }

        var lanes = Separate(count);
        await Task.WhenAll(lanes.Select(lane => TouchAsync(lane, cancellation)));
        return lanes;
    }

    public void Dispose()
    {
        lock (guard)
            foreach (var lane in separate)
                lane.Dispose();
    }

    private SocketsHttpHandler[] Separate(int count)
    {
        lock (guard)
        {
            while (separate.Count < count)
                separate.Add(ClientHandlers.Create(
                    file.Trust, file.Providers.Partner.Authentication, file.Timeouts.Request));
            return [.. separate.Take(count)];
        }
    }

    // Not recorded: it shows nothing of the protocol.
    private async Task TouchAsync(SocketsHttpHandler handler, CancellationToken cancellation)
    {
        using var http = new HttpMessageInvoker(handler, disposeHandler: false);
        var options = new ClientOptions(file.BaseUrl, file.Providers.Partner.Authentication, time)
        {
            Deadline = file.Timeouts.Request,
        };
        await new CoordinatorClient(http, options)
            .SendAsync(HttpMethod.Get, $"{file.Providers.Target}", cancellation: cancellation);
    }
}
