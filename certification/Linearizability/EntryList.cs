namespace Harness.Certification.Linearizability;

/// <summary>
/// Calls and returns in the order of their stamps, doubly linked, so that an operation is lifted out and put back in
/// constant time. Entries are numbers: 0 is the head, 2i+1 the call of operation i, 2i+2 its return.
/// </summary>
internal sealed class EntryList
{
    private readonly int[] _next;
    private readonly int[] _previous;

    /// <param name="stamps">
    /// Each operation's call and return; a return of <see cref="long.MaxValue"/> never comes, and has no entry.
    /// </param>
    public EntryList(IReadOnlyList<(long Called, long Returned)> stamps)
    {
        _next = new int[(2 * stamps.Count) + 1];
        _previous = new int[(2 * stamps.Count) + 1];
        var entries = stamps.Index()
            .SelectMany(it => new[]
            {
                (Stamp: it.Item.Called, Entry: (2 * it.Index) + 1),
                (Stamp: it.Item.Returned, Entry: (2 * it.Index) + 2),
            })
            .Where(it => it.Stamp != long.MaxValue)
            .OrderBy(it => it.Stamp)
            // Of two with one stamp the call comes first: what may overlap does.
            .ThenBy(it => IsReturn(it.Entry));
        var last = 0;
        foreach (var (_, entry) in entries)
            last = Append(last, entry);
    }

    /// <summary>The first entry that is left; 0 where none is.</summary>
    public int First => _next[0];

    /// <summary>The entry after this one; 0 after the last.</summary>
    public int After(int entry) => _next[entry];

    public static bool IsReturn(int entry) => entry > 0 && entry % 2 == 0;

    /// <summary>The operation that an entry belongs to.</summary>
    public static int OperationOf(int entry) => (entry - 1) / 2;

    /// <summary>The entry of an operation's call.</summary>
    public static int CallOf(int operation) => (2 * operation) + 1;

    /// <summary>Takes an operation's entries out.</summary>
    public void Lift(int operation, bool returns)
    {
        Unlink(CallOf(operation));
        if (returns)
            Unlink(CallOf(operation) + 1);
    }

    /// <summary>Puts back what was lifted last.</summary>
    public void Unlift(int operation, bool returns)
    {
        if (returns)
            Relink(CallOf(operation) + 1);
        Relink(CallOf(operation));
    }

    private int Append(int last, int entry)
    {
        _next[last] = entry;
        _previous[entry] = last;
        return entry;
    }

    private void Unlink(int entry)
    {
        _next[_previous[entry]] = _next[entry];
        if (_next[entry] != 0)
            _previous[_next[entry]] = _previous[entry];
    }

    private void Relink(int entry)
    {
        _next[_previous[entry]] = entry;
        if (_next[entry] != 0)
            _previous[_next[entry]] = entry;
    }
}
