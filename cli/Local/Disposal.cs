namespace Harness.Cli.Local;

/// <summary>Disposes of something at once, among things that take their time.</summary>
internal sealed class Disposal(IDisposable item) : IAsyncDisposable
{
    public ValueTask DisposeAsync()
    {
        item.Dispose();
        return ValueTask.CompletedTask;
    }
}
