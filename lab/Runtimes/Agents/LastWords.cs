namespace Harness.Lab.Runtimes.Agents;

/// <summary>The last lines that came on a log.</summary>
internal sealed class LastWords
{
    private const int Kept = 20;
    private readonly Queue<string> _lines = new();
    private readonly Lock _lock = new();
    private readonly Task _reading;

    public LastWords(StreamReader log) => _reading = ReadAsync(log);

    public string Tail
    {
        get
        {
            lock (_lock)
                return _lines.Count == 0 && _reading.IsCompleted ? "nothing" : string.Join('\n', _lines);
        }
    }

    private async Task ReadAsync(StreamReader log)
    {
        while (await log.ReadLineAsync() is { } line)
        {
            lock (_lock)
            {
                _lines.Enqueue(line);
                if (_lines.Count > Kept)
                    _lines.Dequeue();
            }
        }
    }
}
