using Harness.Lab.Runtimes;
using Harness.Lab.Waiting;

namespace Harness.Lab.Measuring.Capture;

/// <summary>A capture of all frames at an interface that goes on; disposing it ends it without a result.</summary>
public sealed class FrameCapture : IAsyncDisposable
{
    private const string Listening = "listening on";
    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(60);
    private readonly ILabNode _node;
    private readonly ILabProcess _process;
    private readonly string _path;

    private FrameCapture(ILabNode node, ILabProcess process, string path)
    {
        _node = node;
        _process = process;
        _path = path;
    }

    /// <summary>Begins to capture; done when no frame is missed any more.</summary>
    /// <param name="node">The node.</param>
    /// <param name="interface">Its interface; the one below MACsec shows what an eavesdropper sees.</param>
    /// <param name="octets">How much is kept of each frame.</param>
    /// <param name="time">Measures deadlines.</param>
    /// <param name="cancellation">Of the caller.</param>
    /// <exception cref="LabException">It does not come up.</exception>
    public static async Task<FrameCapture> StartAsync(
        ILabNode node, string @interface, int octets, TimeProvider time, CancellationToken cancellation)
    {
        var path = $"/run/{@interface}.pcap";
        // It tells on standard error when it is ready; only standard output is seen while it runs.
        var process = await node.StartAsync(
            [
                "bash", "-c", "exec tcpdump \"$@\" 2>&1", "tcpdump",
                "-i", @interface, "-p", "-U", "-Z", "root", "-B", "16384", "-s", $"{octets}", "-w", path,
            ],
            cancellation);
        var ready = await Poll.UntilAsync(
            _ => Task.FromResult(process.Output.Contains(Listening) || process.Ended.IsCompleted),
            new Patience(_deadline, TimeSpan.FromMilliseconds(20), time),
            cancellation);
        if (ready && !process.Ended.IsCompleted)
            return new FrameCapture(node, process, path);
        var said = process.Output;
        await process.DisposeAsync();
        throw new LabException($"{node.Name}: tcpdump does not listen on {@interface}: {said}");
    }

    /// <summary>Ends it.</summary>
    /// <returns>The capture file, in the format that <see cref="PcapFile"/> reads.</returns>
    public async Task<byte[]> StopAsync(CancellationToken cancellation)
    {
        var ended = await _process.StopAsync(_deadline, cancellation);
        if (!ended.Succeeded)
            throw new LabException($"{_node.Name}: tcpdump ended with {ended.ExitCode}: {ended.Output}");
        return await _node.ReadFileAsync(_path, cancellation);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
