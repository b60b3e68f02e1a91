using System.Net;

namespace Harness.Features.Races.Rig;

/// <summary>
/// A body whose last byte waits at a gate, so that what comes after it at the target is one byte and one wake-up,
/// and not a request: the spread of a burst shrinks to that of the bytes.
/// </summary>
internal sealed class HeldContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> body;
    private readonly StartingPlace place;

    /// <param name="body">The whole body.</param>
    /// <param name="original">Whose headers it keeps.</param>
    /// <param name="place">Where the last byte waits.</param>
    public HeldContent(ReadOnlyMemory<byte> body, HttpContent original, StartingPlace place)
    {
        this.body = body;
        this.place = place;
        foreach (var (name, values) in original.Headers.NonValidated)
            Headers.TryAddWithoutValidation(name, values);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken)
    {
        var held = Math.Max(0, body.Length - 1);
        await stream.WriteAsync(body[..held], cancellationToken);
        await stream.FlushAsync(cancellationToken);
        await place.PassAsync(cancellationToken);
        // Not flushed here: it leaves with the end of the stream, in one packet.
        await stream.WriteAsync(body[held..], cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
