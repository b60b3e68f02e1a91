using System.Collections.Concurrent;
using Harness.Certification.Evidence;
using Harness.Certification.Runs;
using Harness.Simulator.Journaling;

namespace Harness.Features.Hosting;

/// <summary>Puts the target's calls at the partner on the scenario's timeline.</summary>
internal sealed class JournalEvidence(EvidenceRecorder evidence) : IJournalObserver
{
    private readonly ConcurrentDictionary<long, PendingExchange> pending = new();

    public void Began(JournalEntry entry)
    {
        if (entry.Direction != JournalDirection.FromTarget)
            return;
        var request = new HttpRequestRecord(entry.Method, entry.Url, Facts(entry.Request), entry.Request.Body);
        pending[entry.Began] = evidence.Begin(Direction.FromTarget, "partner", entry.Operation?.Id, request);
    }

    public void Ended(JournalEntry entry)
    {
        if (!pending.TryRemove(entry.Began, out var exchange))
            return;
        if (entry is { Status: { } status, Response: { } response })
            exchange.Complete(status, Facts(response), response.Body);
        else
            exchange.Fail(entry.Fault ?? "no answer");
    }

    private static IReadOnlyList<Fact> Facts(JournalMessage message) =>
        [.. message.Headers.Select(header => new Fact(header.Key, header.Value))];
}
