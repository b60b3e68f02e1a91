using System.Buffers.Binary;

namespace Harness.Tests.Lab.Measuring.Meter;

/// <summary>Files of arrivals as the loss meter leaves them.</summary>
internal static class ArrivalsFile
{
    /// <summary>A file of numbered packets, and when each arrived in nanoseconds of the lab's clock.</summary>
    public static byte[] Of(params (long Number, long At)[] arrivals)
    {
        var file = new byte[16 * arrivals.Length];
        foreach (var (index, (number, at)) in arrivals.Index())
        {
            BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(16 * index), number);
            BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan((16 * index) + 8), at);
        }

        return file;
    }
}
