using Harness.Certification.Running;

namespace Harness.Certification.Bindings;

/// <summary>Holds some deadlines until it is disposed of.</summary>
internal sealed class DeadlineHold : IDisposable
{
    private IReadOnlyList<Deadline> _deadlines;

    public DeadlineHold(IReadOnlyList<Deadline> deadlines)
    {
        _deadlines = deadlines;
        foreach (var deadline in deadlines)
            deadline.Hold();
    }

    public void Dispose()
    {
        foreach (var deadline in Interlocked.Exchange(ref _deadlines, []))
            deadline.Release();
    }
}
