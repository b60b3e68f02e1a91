namespace Harness.Simulator.Journaling;

/// <summary>A request or response as it crossed the wire. It may hold secrets (SEC-05).</summary>
/// <param name="Headers">Name and value, in order.</param>
/// <param name="Body">As UTF-8 text; null without one.</param>
public sealed record JournalMessage(IReadOnlyList<KeyValuePair<string, string>> Headers, string? Body)
{
    /// <summary>Leaves out headers and body (SEC-05).</summary>
    public override string ToString() => $"{Headers.Count} headers, {Body?.Length ?? 0} characters";
}
