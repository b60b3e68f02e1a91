using System.Globalization;
using System.Text;
using Harness.Lab.Runtimes;
using Harness.Lab.Runtimes.Agents;
using Harness.Lab.Waiting;

namespace Harness.Lab.Measuring.Meter;

/// <summary>Measures loss between two hosts of a lab with numbered packets in both directions.</summary>
/// <param name="lab">The lab.</param>
/// <param name="time">Measures deadlines.</param>
public sealed class LossMeter(IRunningLab lab, TimeProvider time)
{
    private const string Script = "Measuring/Meter/meter.py";
    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(60);
    private readonly Patience _patience = new(_deadline, TimeSpan.FromMilliseconds(20), time);
    private int _runs;

    /// <summary>Begins to send; done when both ends do.</summary>
    /// <param name="first">One end.</param>
    /// <param name="second">The other end.</param>
    /// <param name="traffic">What is sent.</param>
    /// <param name="port">The UDP port to receive at; flows are sent from the ports above it.</param>
    /// <param name="cancellation">Of the caller.</param>
    /// <exception cref="LabException">An end does not come up.</exception>
    public async Task<LossMeasurement> StartAsync(
        MeterEnd first, MeterEnd second, Traffic traffic, int port, CancellationToken cancellation)
    {
        var directory = $"/run/meter-{port}-{Interlocked.Increment(ref _runs)}";
        var ends = new List<RunningMeter>();
        try
        {
            foreach (var (own, peer) in new[] { (first, second), (second, first) })
                ends.Add(await StartAsync(directory, own, peer, traffic, port, cancellation));
            foreach (var end in ends)
                await end.ToldAsync("that it can receive", _ => true, _patience, cancellation);
            await Task.WhenAll(ends.Select(end => end.TellAsync("go", cancellation)));
            return new LossMeasurement(ends[0], ends[1], _patience, time.GetTimestamp());
        }
        catch
        {
            foreach (var end in ends)
                await end.DisposeAsync();
            throw;
        }
    }

    private async Task<RunningMeter> StartAsync(
        string directory, MeterEnd own, MeterEnd peer, Traffic traffic, int port, CancellationToken cancellation)
    {
        var node = lab.Node(own.Node);
        await node.WriteFileAsync(
            $"{directory}/meter.py", Encoding.UTF8.GetBytes(GuestScripts.Read(Script)), cancellation);
        var numbers = new[] { port, traffic.PacketsPerSecond, traffic.PayloadOctets, traffic.Flows };
        var process = await node.StartAsync(
            [
                "python3", "-ISB", $"{directory}/meter.py", directory, $"{own.Address}", $"{peer.Address}",
                .. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)),
            ],
            cancellation);
        return new RunningMeter(node, process, directory);
    }
}
