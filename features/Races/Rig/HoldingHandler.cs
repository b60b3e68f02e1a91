namespace Harness.Features.Races.Rig;

/// <summary>
/// Holds the first request that passes at a gate: one with a body before its last byte, one without before it goes,
/// since servers start on such a request at its headers. Later requests pass. It stands below what records and signs,
/// which see an ordinary request.
/// </summary>
/// <param name="inner">Sends; shared with other bursts, and so not disposed here.</param>
/// <param name="place">Where the first request waits.</param>
internal sealed class HoldingHandler(HttpMessageHandler inner, StartingPlace place) : HttpMessageHandler
{
    private readonly HttpMessageInvoker lane = new(inner, disposeHandler: false);
    private bool held;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        if (held)
            return await lane.SendAsync(request, cancellationToken);
        held = true;
        if (request.Content is { } content)
            request.Content = new HeldContent(await content.ReadAsByteArrayAsync(cancellationToken), content, place);
        else
            await place.PassAsync(cancellationToken);
        return await lane.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            lane.Dispose();
        base.Dispose(disposing);
    }
}
