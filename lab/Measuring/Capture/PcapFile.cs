using System.Buffers.Binary;

namespace Harness.Lab.Measuring.Capture;

/// <summary>A capture file in the classic format of <c>tcpdump -w</c>.</summary>
/// <param name="Frames">The frames, in the order of the file.</param>
/// <param name="CutOff">Whether the file ends within a frame, as it does when the capture is killed; the frames before
/// it are there.</param>
public sealed record PcapFile(IReadOnlyList<CapturedFrame> Frames, bool CutOff)
{
    private const int FileHeader = 24;
    private const int RecordHeader = 16;
    private const int LinkTypeAt = 20;
    private const uint Microseconds = 0xa1b2c3d4;
    private const uint Nanoseconds = 0xa1b23c4d;
    private const int Ethernet = 1;
    private const int LargestRecord = 1 << 20;
    private const int NanosecondsPerTick = 100;
    private const int TicksPerMicrosecond = 10;

    /// <summary>Reads a file, written by a machine of either byte order and with either kind of time stamps.</summary>
    /// <exception cref="CaptureException">It is no such file, or of something else than Ethernet.</exception>
    public static PcapFile Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length < FileHeader)
            throw new CaptureException($"Expected a capture file, found {file.Length} octets.");
        var big = BinaryPrimitives.ReadUInt32BigEndian(file.Span);
        var little = BinaryPrimitives.ReadUInt32LittleEndian(file.Span);
        var isBig = big is Microseconds or Nanoseconds;
        if (!isBig && little is not (Microseconds or Nanoseconds))
            throw new CaptureException($"Expected a capture file of tcpdump, found one that begins with {big:x8}.");
        var linkType = Number(file.Span[LinkTypeAt..], isBig) & 0xffff;
        if (linkType != Ethernet)
            throw new CaptureException($"Expected a capture of Ethernet (link type 1), found link type {linkType}.");
        return Records(file[FileHeader..], isBig, nanoseconds: (isBig ? big : little) == Nanoseconds);
    }

    private static PcapFile Records(ReadOnlyMemory<byte> rest, bool isBig, bool nanoseconds)
    {
        var frames = new List<CapturedFrame>();
        while (rest.Length >= RecordHeader)
        {
            var seconds = Number(rest.Span, isBig);
            var fraction = Number(rest.Span[4..], isBig);
            var kept = Number(rest.Span[8..], isBig);
            var length = Number(rest.Span[12..], isBig);
            if (kept > LargestRecord)
                throw new CaptureException($"Expected a frame, found one of {kept} octets.");
            if (rest.Length < RecordHeader + kept)
                break;
            var ticks = nanoseconds ? fraction / NanosecondsPerTick : fraction * TicksPerMicrosecond;
            var at = DateTimeOffset.FromUnixTimeSeconds(seconds).AddTicks(ticks);
            frames.Add(new CapturedFrame(at, rest.Slice(RecordHeader, (int)kept), (int)length));
            rest = rest[(RecordHeader + (int)kept)..];
        }

        return new PcapFile(frames, CutOff: rest.Length > 0);
    }

    private static uint Number(ReadOnlySpan<byte> octets, bool isBig) => isBig
        ? BinaryPrimitives.ReadUInt32BigEndian(octets)
        : BinaryPrimitives.ReadUInt32LittleEndian(octets);
}
