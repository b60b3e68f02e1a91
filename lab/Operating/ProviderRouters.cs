using System.Threading.Channels;
using Harness.Lab.Measuring.Routers;
using Harness.Lab.Routers;
using Harness.Lab.Runtimes;
using Harness.Lab.Waiting;
using Harness.Lab.Wiring;

namespace Harness.Lab.Operating;

/// <summary>Carries out changes on a provider's routers, and looks at what came of them.</summary>
/// <param name="lab">The routers.</param>
/// <param name="abilities">What their kernel can do.</param>
/// <param name="time">Real time.</param>
public sealed class ProviderRouters(IRunningLab lab, RouterAbilities abilities, TimeProvider time)
{
    private const int MostAtATime = 2;

    private static readonly TimeSpan CommandDeadline = TimeSpan.FromSeconds(60);

    // Each look starts programs on a router, which on one processor for all of them is what slows BGP down most.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // BGP takes seconds, and many times that on a busy machine; to wait longer is better than a wrong verdict.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(130);

    // All routers share one processor: programs that start together would keep it from BFD until sessions drop.
    private readonly Channel<bool> running = Channel.CreateBounded<bool>(MostAtATime);

    /// <summary>What the routers' kernel can do.</summary>
    public RouterAbilities Abilities => abilities;

    /// <summary>Carries out a change.</summary>
    /// <exception cref="LabException">The router refused it; says what it was told, without secrets, and its answer.
    /// </exception>
    public async Task ApplyAsync(RouterChange change, CancellationToken cancellation)
    {
        var result = await RunAsync(change.Node, change.Command, change.Input, cancellation);
        // vtysh ends with 0 whatever a daemon says of a line, and says it on its output.
        if (!result.Succeeded || result.Output.Contains('%', StringComparison.Ordinal))
        {
            throw new LabException(
                $"expected the router to take a change, found: {Hidden(change, result.Output + result.Error).Trim()}\n"
                + $"{change}");
        }
    }

    /// <summary>Runs a command that only looks.</summary>
    /// <returns>What it wrote on standard output.</returns>
    /// <exception cref="LabException">It failed; says how.</exception>
    public async Task<string> ReadAsync(
        string node, IReadOnlyList<string> command, CancellationToken cancellation)
    {
        var result = await RunAsync(node, command, null, cancellation);
        return result.Succeeded
            ? result.Output
            : throw new LabException(
                $"{node}: expected {string.Join(' ', command)} to succeed, found: {result.Error.Trim()}");
    }

    /// <summary>Whether a command succeeds.</summary>
    public async Task<bool> SucceedsAsync(string node, IReadOnlyList<string> command, CancellationToken cancellation) =>
        (await RunAsync(node, command, null, cancellation)).Succeeded;

    /// <summary>The MACsec interface of a channel's end.</summary>
    public async Task<MacSecStatus> ReadMacSecAsync(ChannelEnd end, CancellationToken cancellation)
    {
        var json = await ReadAsync(end.Node, ["ip", "-s", "-j", "macsec", "show", end.Secured], cancellation);
        return MacSecStatus.ReadAll(json).SingleOrDefault(status => status.IfName == end.Secured)
            ?? throw new LabException($"{end.Node}: expected the interface {end.Secured}, found none");
    }

    /// <summary>Waits for something on the routers.</summary>
    /// <param name="what">What is waited for, in words.</param>
    /// <param name="missing">Looks, and answers what is still missing; null where nothing is.</param>
    /// <param name="cancellation">Of the caller.</param>
    /// <exception cref="LabException">It did not come to that; says what was missing in the end.</exception>
    public async Task UntilAsync(
        string what, Func<CancellationToken, Task<string?>> missing, CancellationToken cancellation)
    {
        string? last = null;
        var patience = new Patience(Deadline, Interval, time);
        var came = await Poll.UntilAsync(
            async stop => (last = await missing(stop)) is null, patience, cancellation);
        if (!came)
            throw new LabException($"expected {what} within {Deadline.TotalSeconds:0} s, found: {last}");
    }

    private async Task<CommandResult> RunAsync(
        string node, IReadOnlyList<string> command, string? input, CancellationToken cancellation)
    {
        await running.Writer.WriteAsync(true, cancellation);
        try
        {
            return await lab.Node(node).RunAsync(command, input, CommandDeadline, cancellation);
        }
        finally
        {
            running.Reader.TryRead(out _);
        }
    }

    // An answer of a router may repeat the line that it complains of, secret and all.
    private static string Hidden(RouterChange change, string answer) => change.Lines
        .Where(line => line.Text != line.Shown)
        .Aggregate(answer, (text, line) => text.Replace(line.Text.Trim(), line.Shown.Trim(), StringComparison.Ordinal));
}
