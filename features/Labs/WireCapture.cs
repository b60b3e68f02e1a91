using Harness.Certification.Bindings;
using Harness.Lab.Measuring.Capture;
using Harness.Lab.Wiring;

namespace Harness.Features.Labs;

/// <summary>A capture at a channel that goes on, and is kept for the report in the end.</summary>
public sealed class WireCapture : IAsyncDisposable
{
    // All headers, and the beginning of what they carry.
    private const int Octets = 96;
    private const string MediaType = "application/vnd.tcpdump.pcap";

    private readonly FrameCapture capture;
    private readonly string title;
    private readonly string name;

    private WireCapture(FrameCapture capture, string title, string name)
    {
        this.capture = capture;
        this.title = title;
        this.name = name;
    }

    /// <summary>Begins to capture; done when no frame is missed any more.</summary>
    /// <param name="bench">The lab.</param>
    /// <param name="end">The end of the channel at which it is done.</param>
    /// <param name="interface">Its interface.</param>
    /// <param name="place">Where that is, in words.</param>
    /// <param name="cancellation">Of the caller.</param>
    /// <exception cref="Harness.Lab.Runtimes.LabException">It does not come up.</exception>
    public static async Task<WireCapture> StartAsync(
        ILabBench bench, ChannelEnd end, string @interface, string place, CancellationToken cancellation) => new(
        await FrameCapture.StartAsync(bench.Running.Node(end.Node), @interface, Octets, bench.Time, cancellation),
        $"Frames of {end.InterconnectId}/{end.ChannelId} {place}, at {@interface} of {end.Node}",
        $"{end.Node}-{@interface}.pcap");

    /// <summary>Ends it.</summary>
    /// <returns>The capture file.</returns>
    /// <exception cref="Harness.Lab.Runtimes.LabException">The lab does not answer.</exception>
    /// <remarks>
    /// A file of frames cannot be looked through for secrets, and holds none. On the wire there is ciphertext, and the
    /// keys never cross it: coordinators give them to each other over HTTPS, outside of the lab (SEC-05). Above MACsec
    /// there are the meter's numbered packets, BFD and BGP; the coordinators of a lab negotiate no MD5 password, whose
    /// digests could be tried out on.
    /// </remarks>
    public async Task<byte[]> EndAsync(ScenarioContext scenario)
    {
        var file = await capture.StopAsync(scenario.CancellationToken);
        scenario.Attach(title, name, MediaType, file);
        return file;
    }

    public ValueTask DisposeAsync() => capture.DisposeAsync();
}
