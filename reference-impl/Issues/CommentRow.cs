using System.Text.Json;
using Harness.Protocol.Resources;

namespace Harness.Reference.Issues;

/// <summary>What the store keeps about a comment.</summary>
/// <remarks>A class with setters, because the rows of the store are read into it.</remarks>
public sealed class CommentRow
{
    public long Id { get; init; }

    /// <summary>The comment as the contract's JSON.</summary>
    public string Document { get; init; } = "";

    public Comment ToComment() =>
        JsonSerializer.Deserialize(Document, IssueStore.CommentJson)
        ?? throw new InvalidOperationException("a stored comment is never null");
}
