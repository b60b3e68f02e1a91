namespace Harness.Lab.Measuring.Capture;

/// <summary>What a capture on a channel shows of its encryption (MAC-16).</summary>
/// <param name="Frames">How many frames there are.</param>
/// <param name="Encrypted">How many of them nobody without the key can read, by association number.</param>
/// <param name="Clear">How many can be read, by what they carry; a frame that is only protected counts here.</param>
/// <param name="CutOff">Whether the capture ends within a frame.</param>
public sealed record CaptureSummary(
    int Frames,
    IReadOnlyDictionary<int, int> Encrypted,
    IReadOnlyDictionary<EtherType, int> Clear,
    bool CutOff)
{
    /// <summary>How many frames can be read.</summary>
    public int ClearFrames => Clear.Values.Sum();

    /// <summary>Summarizes a capture of customers' frames.</summary>
    /// <remarks>What a router sends to the multicast groups of its own link (MLD) is left out: it has no VLAN tag and
    /// carries nothing of a customer.</remarks>
    public static CaptureSummary Of(PcapFile capture)
    {
        var frames = capture.Frames
            .Select(frame => EthernetFrame.Parse(frame.Data.Span))
            .Where(frame => !frame.IsOwnMulticast)
            .ToArray();
        return new CaptureSummary(
            frames.Length,
            Counted(frames.Where(frame => frame.Encrypted).Select(frame => frame.MacSec!.Association)),
            Counted(frames.Where(frame => !frame.Encrypted).Select(frame => frame.EtherType)),
            capture.CutOff);
    }

    /// <summary>The summary in words.</summary>
    public override string ToString()
    {
        var encrypted = Encrypted.OrderBy(it => it.Key).Select(it => $"{it.Value} under association {it.Key}");
        var clear = Clear.OrderBy(it => it.Key).Select(it => $"{it.Value} of {it.Key}");
        return $"{Frames} frames; encrypted: {Listed(encrypted)}; in the clear: {Listed(clear)}";
    }

    private static string Listed(IEnumerable<string> items) => string.Join(", ", items.DefaultIfEmpty("none"));

    private static Dictionary<TKey, int> Counted<TKey>(IEnumerable<TKey> items)
        where TKey : notnull => items.GroupBy(item => item).ToDictionary(group => group.Key, group => group.Count());
}
