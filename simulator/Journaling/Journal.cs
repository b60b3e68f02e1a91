using System.Collections.Immutable;

namespace Harness.Simulator.Journaling;

/// <summary>
/// All that crossed the wire between partner and target, both ways, in one order. Safe for use from many
/// threads; <see cref="Query"/> asks it.
/// </summary>
public sealed class Journal(TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly List<JournalEntry> entries = [];
    private readonly Dictionary<long, int> indexes = [];
    private ImmutableArray<IJournalObserver> observers = [];
    private TaskCompletionSource changed = NewSignal();
    private long counter;

    /// <summary>Everything, to be narrowed down.</summary>
    public JournalQuery Query => new(this);

    /// <summary>The place that was given out last: what comes later has a higher one.</summary>
    public long Position
    {
        get
        {
            lock (gate)
                return counter;
        }
    }

    /// <summary>Tells <paramref name="observer"/> of every exchange until the answer is disposed.</summary>
    public IDisposable Observe(IJournalObserver observer)
    {
        ImmutableInterlocked.Update(ref observers, (all, added) => all.Add(added), observer);
        return new Observation(this, observer);
    }

    /// <summary>Enters a request; <see cref="JournalEntry.Began"/> and time are set here.</summary>
    public JournalEntry Begin(JournalEntry entry)
    {
        lock (gate)
        {
            entry = entry with { Began = ++counter, At = clock.GetUtcNow() };
            indexes[entry.Began] = entries.Count;
            entries.Add(entry);
            Signal();
        }

        foreach (var observer in observers)
            observer.Began(entry);
        return entry;
    }

    /// <summary>Enters how an exchange ended; place and duration are set here.</summary>
    /// <param name="entry">From <see cref="Begin"/>, with the response or the fault filled in.</param>
    public JournalEntry End(JournalEntry entry)
    {
        lock (gate)
        {
            entry = entry with { Ended = ++counter, Duration = clock.GetUtcNow() - entry.At };
            entries[indexes[entry.Began]] = entry;
            Signal();
        }

        foreach (var observer in observers)
            observer.Ended(entry);
        return entry;
    }

    /// <summary>The entries that a filter takes, and a task that ends at the next change after this look.</summary>
    internal (IReadOnlyList<JournalEntry> Entries, Task Changed) Look(long after, Func<JournalEntry, bool> filter)
    {
        lock (gate)
            return ([.. Later(after).Where(filter)], changed.Task);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    // A scenario late in a run asks for its own few entries: those before its start are not looked at.
    private IEnumerable<JournalEntry> Later(long after)
    {
        var first = entries.Count;
        while (first > 0 && entries[first - 1].Began > after)
            first--;
        for (var i = first; i < entries.Count; i++)
            yield return entries[i];
    }

    private void Signal()
    {
        changed.TrySetResult();
        changed = NewSignal();
    }

    private sealed class Observation(Journal journal, IJournalObserver observer) : IDisposable
    {
        public void Dispose() =>
            ImmutableInterlocked.Update(ref journal.observers, (all, gone) => all.Remove(gone), observer);
    }
}
