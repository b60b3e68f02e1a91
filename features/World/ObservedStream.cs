namespace Harness.Features.World;

/// <summary>Passes everything on, and keeps the first bytes of either direction.</summary>
/// <param name="inner">Where it is passed on to; disposed with this one.</param>
internal sealed class ObservedStream(Stream inner) : Stream
{
    private const int Kept = 4096;
    private readonly MemoryStream sent = new();
    private readonly MemoryStream received = new();

    /// <summary>The first bytes that were written.</summary>
    public ReadOnlySpan<byte> Sent => sent.ToArray();

    /// <summary>The first bytes that were read.</summary>
    public ReadOnlySpan<byte> Received => received.ToArray();

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        Keep(received, buffer.AsSpan(offset, read));
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Keep(received, buffer.Span[..read]);
        return read;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        Keep(sent, buffer.AsSpan(offset, count));
        inner.Write(buffer, offset, count);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Keep(sent, buffer.Span);
        return inner.WriteAsync(buffer, cancellationToken);
    }

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private static void Keep(MemoryStream kept, ReadOnlySpan<byte> bytes) =>
        kept.Write(bytes[..(int)Math.Min(bytes.Length, Kept - kept.Length)]);
}
