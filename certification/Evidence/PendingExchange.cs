using Harness.Certification.Runs;

namespace Harness.Certification.Evidence;

/// <summary>An exchange that has begun. Ended once, by an answer or a fault; what comes after is ignored.</summary>
public sealed class PendingExchange
{
    private readonly EvidenceRecorder _recorder;

    internal PendingExchange(EvidenceRecorder recorder, Exchange begun)
    {
        _recorder = recorder;
        Exchange = begun;
    }

    /// <summary>Position on the scenario's timeline, from 1.</summary>
    public int Sequence => Exchange.Sequence;

    internal Exchange Exchange { get; set; }

    internal bool Ended { get; set; }

    /// <summary>The answer is whole.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="headers">As they crossed the wire.</param>
    /// <param name="body">As it crossed the wire; null for none.</param>
    public void Complete(int status, IEnumerable<Fact> headers, string? body) =>
        _recorder.Complete(this, status, headers, body);

    /// <summary>There will be no whole answer.</summary>
    /// <param name="fault">Why: time-out, reset, refused.</param>
    public void Fail(string fault) => _recorder.Fail(this, fault);
}
