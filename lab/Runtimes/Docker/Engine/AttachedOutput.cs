using System.Buffers.Binary;
using System.IO.Pipelines;

namespace Harness.Lab.Runtimes.Docker.Engine;

/// <summary>
/// Takes apart what an attached container says. Every frame has a head of 8 octets: the stream (1 output, 2 error),
/// three zeros, and the length in network byte order.
/// </summary>
internal static class AttachedOutput
{
    private const int HeadOctets = 8;
    private const int LengthAt = 4;
    private const byte Error = 2;

    /// <summary>Copies both streams until the container ends; completes both then.</summary>
    public static async Task SplitAsync(Stream attached, PipeWriter output, PipeWriter error)
    {
        var head = new byte[HeadOctets];
        try
        {
            while (await attached.ReadAtLeastAsync(head, HeadOctets, throwOnEndOfStream: false) == HeadOctets)
            {
                var frame = new byte[BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(LengthAt))];
                await attached.ReadExactlyAsync(frame);
                await (head[0] == Error ? error : output).WriteAsync(frame);
            }
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            // The container has gone, or this side has hung up: either way it says no more.
            await output.CompleteAsync();
        }

        await output.CompleteAsync();
        await error.CompleteAsync();
    }
}
