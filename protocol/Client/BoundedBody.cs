using System.Buffers;

namespace Harness.Protocol.Client;

/// <summary>Reads a response's body up to a limit, so that an endless one cannot fill the memory.</summary>
internal static class BoundedBody
{
    internal static async Task<ReadOnlyMemory<byte>> ReadAsync(
        HttpContent content,
        int limit,
        string call,
        CancellationToken cancellation)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        using var whole = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            int count;
            while ((count = await stream.ReadAsync(buffer, cancellation)) > 0)
            {
                if (whole.Length + count > limit)
                    throw new TransportException(
                        TransportFault.TooLarge,
                        $"{call}: expected a response of at most {limit} bytes, found a larger one");
                whole.Write(buffer, 0, count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return whole.ToArray();
    }
}
