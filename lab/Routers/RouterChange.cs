namespace Harness.Lab.Routers;

/// <summary>Lines that one tool carries out on one router, in order.</summary>
/// <param name="Node">Name of the router.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Lines">What it is told.</param>
public sealed record RouterChange(string Node, RouterTool Tool, IReadOnlyList<RouterLine> Lines)
{
    private static readonly string[] _ip = ["ip", "-batch", "-"];
    private static readonly string[] _frr = ["vtysh", "-f", "/proc/self/fd/0"];

    /// <summary>The command to run on the router. It reads <see cref="Input"/> on standard input, so that no secret
    /// stands among its arguments, which every process can see.</summary>
    public IReadOnlyList<string> Command => Tool == RouterTool.Ip ? _ip : _frr;

    /// <summary>What the command reads; may hold secrets.</summary>
    public string Input => string.Concat(Lines.Select(line => line.Text + "\n"));

    /// <summary>What is to be done, without secrets.</summary>
    public override string ToString() => $"{Node}: {Command[0]}\n{string.Join('\n', Lines)}";

    /// <summary>A change by <c>ip</c> without secrets.</summary>
    internal static RouterChange Ip(string node, params IEnumerable<string> lines) =>
        new(node, RouterTool.Ip, [.. lines.Select(line => new RouterLine(line))]);
}
