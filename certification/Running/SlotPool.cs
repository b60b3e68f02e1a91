namespace Harness.Certification.Running;

/// <summary>The slots that may still be used. At least one always remains.</summary>
internal sealed class SlotPool(int count)
{
    private readonly Lock _gate = new();
    private readonly List<int> _live = [.. Enumerable.Range(0, count)];

    public IReadOnlyList<int> Live
    {
        get
        {
            lock (_gate)
                return [.. _live];
        }
    }

    /// <summary>Takes a slot out of use, unless it is the last one.</summary>
    /// <returns>Whether it was taken out.</returns>
    public bool Retire(int slot)
    {
        lock (_gate)
            return _live.Count > 1 && _live.Remove(slot);
    }
}
