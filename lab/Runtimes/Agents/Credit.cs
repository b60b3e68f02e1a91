namespace Harness.Lab.Runtimes.Agents;

/// <summary>How many bytes may be under way: taken by the sender, given back by the receiver.</summary>
internal sealed class Credit(int window) : IDisposable
{
    private readonly SemaphoreSlim _more = new(0);
    private readonly Lock _lock = new();
    private int _left = window;

    /// <summary>Takes as much as there is and is wanted, at least 1; waits for that. One taker at a time.</summary>
    public async Task<int> TakeAsync(int wanted, CancellationToken cancellation)
    {
        while (true)
        {
            lock (_lock)
            {
                var taken = Math.Min(wanted, _left);
                _left -= taken;
                if (taken > 0)
                    return taken;
            }

            await _more.WaitAsync(cancellation);
        }
    }

    /// <summary>Gives back.</summary>
    public void Give(int bytes)
    {
        lock (_lock)
            _left += bytes;
        _more.Release();
    }

    public void Dispose() => _more.Dispose();
}
