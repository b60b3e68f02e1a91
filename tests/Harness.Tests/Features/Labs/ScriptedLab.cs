using Harness.Lab.Runtimes;
using Harness.Tests.Lab.Measuring.Capture;
using Harness.Tests.Lab.Measuring.Meter;

namespace Harness.Tests.Features.Labs;

/// <summary>A lab without routers: every command succeeds, 20,000 packets cross, and captures hold one frame.</summary>
internal sealed class ScriptedLab : IRunningLab
{
    public const int Packets = 20_000;


    // An IPv4 packet of a customer, in the clear.
    private const string Frame = "020100010101020100010100" + "8100" + "044c" + "0800" + "45000014";
    private const long Millisecond = 1_000_000;

    private readonly byte[] arrivals;

    /// <param name="lost">Numbers of the packets that are lost, both ways; packet N is due after N + 1 ms.</param>
    public ScriptedLab(params IEnumerable<int> lost) => arrivals = ArrivalsFile.Of(
        [.. Enumerable.Range(0, Packets).Except(lost).Select(number => ((long)number, (number + 1) * Millisecond))]);

    /// <summary>What a command that counts packets writes.</summary>
    /// <param name="packets">How many there were in either direction.</param>
    public static string Counters(long packets) =>
        $$"""[{"stats64": {"rx": {"packets": {{packets}} }, "tx": {"packets": {{packets}} } } }]""";

    public static byte[] Capture { get; } = CaptureFile.Of(false, false, Frame);

    /// <summary>Whether the nodes do not answer any more.</summary>
    public bool IsGone { get; set; }

    /// <summary>What commands write; by default what counts packets, which stands still.</summary>
    public Func<IReadOnlyList<string>, string> Writes { get; init; } = _ => Counters(1);

    public string Label => "scripted";

    public Suitability Suitability { get; } = new(true, [], []);

    public IReadOnlyList<ILabNode> Nodes => [];

    public ILabNode Node(string name) => new ScriptedNode(name, this);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Answer()
    {
        if (IsGone)
            throw new LabException("the lab is gone");
    }

    private sealed class ScriptedNode(string name, ScriptedLab lab) : ILabNode
    {
        public string Name => name;

        public Task<CommandResult> RunAsync(
            IReadOnlyList<string> arguments, string? input, TimeSpan deadline, CancellationToken cancellation)
        {
            lab.Answer();
            return Task.FromResult(new CommandResult(0, lab.Writes(arguments), "", false));
        }

        public Task<ILabProcess> StartAsync(IReadOnlyList<string> arguments, CancellationToken cancellation) =>
            Task.FromResult<ILabProcess>(new ScriptedProcess(lab, arguments[0] == "python3" ? Told : "listening on"));

        public Task WriteFileAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellation)
        {
            lab.Answer();
            return Task.CompletedTask;
        }

        public Task<byte[]> ReadFileAsync(string path, CancellationToken cancellation) =>
            Task.FromResult(path.EndsWith(".pcap", StringComparison.Ordinal) ? Capture : lab.arrivals);

        private static string Told =>
            $$"""
            {"sent": 0}
            {"sent": {{Packets}}, "begun": 0, "ended": {{Packets * Millisecond}}}

            """;
    }

    private sealed class ScriptedProcess(ScriptedLab lab, string output) : ILabProcess
    {
        private readonly TaskCompletionSource<CommandResult> ended = new();

        public string Output => output;

        public Task<CommandResult> Ended => ended.Task;

        public Task<CommandResult> StopAsync(TimeSpan deadline, CancellationToken cancellation)
        {
            lab.Answer();
            return Task.FromResult(new CommandResult(0, output, "", false));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
