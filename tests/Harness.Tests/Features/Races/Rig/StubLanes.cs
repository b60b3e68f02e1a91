using Harness.Features.Races.Rig;
using Harness.Features.World;
using Harness.Protocol.Client;

namespace Harness.Tests.Features.Races.Rig;

/// <summary>A target that is a function of the request, and a rig whose connections end there.</summary>
internal sealed class StubLanes(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> target)
    : HttpMessageHandler, IRaceLanes
{
    public HttpMessageHandler Shared => this;

    public Task<IReadOnlyList<HttpMessageHandler>> WarmAsync(
        int count,
        Release release,
        CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<HttpMessageHandler>>([.. Enumerable.Repeat(this, count)]);

    public RaceRig Rig(TimeProvider? time = null) => new(
        this,
        handler => new Caller(
            new CoordinatorClient(
                new HttpMessageInvoker(handler, disposeHandler: false),
                new ClientOptions(new Uri("https://target.example"), new NoAuthentication(), TimeProvider.System)),
            () => CancellationToken.None),
        TimeSpan.FromSeconds(5),
        time ?? TimeProvider.System,
        () => CancellationToken.None);

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken) => target(request, cancellationToken);
}
