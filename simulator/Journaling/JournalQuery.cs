using Harness.Protocol.Names;
using Harness.Protocol.Operations;

namespace Harness.Simulator.Journaling;

/// <summary>A question to a journal, narrowed down step by step. Immutable: each step answers a new one.</summary>
public sealed class JournalQuery
{
    private readonly Journal journal;
    private readonly long after;
    private readonly Func<JournalEntry, bool> filter;

    internal JournalQuery(Journal journal)
        : this(journal, 0, _ => true)
    {
    }

    private JournalQuery(Journal journal, long after, Func<JournalEntry, bool> filter)
    {
        this.journal = journal;
        this.after = after;
        this.filter = filter;
    }

    /// <summary>Only what the target sent.</summary>
    public JournalQuery FromTarget => Where(entry => entry.Direction == JournalDirection.FromTarget);

    /// <summary>Only what the partner sent.</summary>
    public JournalQuery ToTarget => Where(entry => entry.Direction == JournalDirection.ToTarget);

    /// <summary>Only exchanges that are over.</summary>
    public JournalQuery Over => Where(entry => entry.Ended is not null);

    /// <summary>Only exchanges that were answered with a 2xx.</summary>
    public JournalQuery Succeeded => Where(entry => entry.Succeeded);

    /// <summary>Only one operation.</summary>
    public JournalQuery Of(Operation operation) => Where(entry => entry.Operation == operation);

    /// <summary>Only resources at or below a name.</summary>
    public JournalQuery Below(ResourceName name) => Where(entry => entry.Resource?.IsAtOrBelow(name) == true);

    /// <summary>Only what concerns a connection id, on whatever interconnect, at either provider.</summary>
    public JournalQuery Connection(string connectionId) =>
        Where(entry => entry.Resource?.Ancestor<ConnectionName>()?.Id == connectionId);

    /// <summary>Only what concerns an environment id, at either provider.</summary>
    public JournalQuery Environment(string environmentId) =>
        Where(entry => entry.Resource?.Ancestor<EnvironmentName>()?.Id == environmentId);

    /// <summary>Only what a condition takes.</summary>
    public JournalQuery Where(Func<JournalEntry, bool> condition) =>
        new(journal, after, entry => filter(entry) && condition(entry));

    /// <summary>Only what began after a place, such as one from <see cref="Journal.Position"/>.</summary>
    public JournalQuery After(long position) => new(journal, Math.Max(after, position), filter);

    /// <summary>What there is by now, in the order in which it began.</summary>
    public IReadOnlyList<JournalEntry> All() => journal.Look(after, filter).Entries;

    /// <summary>How many there are by now.</summary>
    public int Count() => All().Count;

    /// <summary>The first there is by now; null without one.</summary>
    public JournalEntry? First() => All() is [var first, ..] ? first : null;

    /// <summary>Whether there is exactly one by now.</summary>
    public bool ExactlyOnce() => Count() == 1;

    /// <summary>Whether there is none by now.</summary>
    public bool Never() => Count() == 0;

    /// <summary>
    /// Waits until there are <paramref name="count"/>, or the deadline passes, and answers what there is then:
    /// fewer than asked for means that the deadline passed.
    /// </summary>
    public async Task<IReadOnlyList<JournalEntry>> WaitForAsync(
        int count,
        TimeSpan deadline,
        TimeProvider clock,
        CancellationToken cancellation = default)
    {
        using var end = new CancellationTokenSource(deadline, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(end.Token, cancellation);
        while (true)
        {
            var (entries, changed) = journal.Look(after, filter);
            if (entries.Count >= count)
                return entries;
            try
            {
                await changed.WaitAsync(either.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return All();
            }
        }
    }
}
