namespace Harness.Lab.Runtimes.Uml.Hosting;

/// <summary>The last lines that the machine's kernel said.</summary>
internal sealed class KernelLog
{
    private const int Kept = 20;
    private readonly Queue<string> _lines = new();
    private readonly Lock _lock = new();
    private readonly Task _reading;

    public KernelLog(StreamReader log) => _reading = ReadAsync(log);

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
