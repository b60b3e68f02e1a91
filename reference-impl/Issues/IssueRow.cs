using System.Text.Json;
using Harness.Protocol.Json;
using Harness.Protocol.Resources;

namespace Harness.Reference.Issues;

/// <summary>What the store keeps about an issue.</summary>
/// <remarks>A class with setters, because the rows of the store are read into it.</remarks>
public sealed class IssueRow
{
    public long Id { get; init; }

    /// <summary>The issue as the contract's JSON.</summary>
    public string Document { get; init; } = "";

    public Issue ToIssue() =>
        JsonSerializer.Deserialize(Document, ProtocolJson.Default.Issue)
        ?? throw new InvalidOperationException("a stored issue is never null");
}
