using System.Buffers;
using System.Text;

namespace Harness.Lab.Runtimes;

/// <summary>What a command has written so far; written by one thread, read by any.</summary>
internal sealed class Gathered
{
    private readonly Lock _lock = new();
    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly ArrayBufferWriter<byte> _error = new();

    public string Output => Text(_output);

    public string Error => Text(_error);

    public void Add(ReadOnlySpan<byte> output, ReadOnlySpan<byte> error)
    {
        lock (_lock)
        {
            _output.Write(output);
            _error.Write(error);
        }
    }

    private string Text(ArrayBufferWriter<byte> bytes)
    {
        lock (_lock)
            return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
