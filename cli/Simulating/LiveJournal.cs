using Harness.Simulator.Journaling;

namespace Harness.Cli.Simulating;

/// <summary>Prints what crosses the wire, a line as it begins and one as it ends; never a body (SEC-05).</summary>
internal sealed class LiveJournal(TextWriter output) : IJournalObserver
{
    private readonly TextWriter lines = TextWriter.Synchronized(output);

    public void Began(JournalEntry entry) => lines.WriteLine($"{Head(entry, entry.At)} ...");

    public void Ended(JournalEntry entry) => lines.WriteLine(
        $"{Head(entry, entry.At + entry.Duration)} {entry.Status?.ToString() ?? entry.Fault} "
        + $"after {entry.Duration.TotalMilliseconds:0} ms");

    private static string Head(JournalEntry entry, DateTimeOffset at)
    {
        var who = entry.Direction == JournalDirection.FromTarget ? "target -> partner" : "partner -> target";
        var what = entry.Operation is { } operation ? $"{operation} {entry.Resource}" : $"{entry.Method} {entry.Url}";
        return $"{at:HH:mm:ss.fff} #{entry.Began} {who} {what}";
    }
}
