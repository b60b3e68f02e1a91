using System.Collections.Concurrent;
using System.Text;

namespace Harness.Tests.Reference;

/// <summary>Keeps the lines that a coordinator logs while a test reads them.</summary>
internal sealed class CollectedLog : TextWriter
{
    private readonly ConcurrentQueue<string> lines = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void WriteLine(string? value) => lines.Enqueue(value ?? "");

    /// <summary>
    /// Waits for a line that contains <paramref name="text"/>: a request is logged after it is answered.
    /// </summary>
    public async Task<string> LineAsync(string text)
    {
        var found = await Eventually.SeeAsync(
            $"a line with {text}",
            () => Task.FromResult(lines.FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal))),
            line => line is not null);
        return found!;
    }

    public override string ToString() => string.Join('\n', lines);
}
