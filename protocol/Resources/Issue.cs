namespace Harness.Protocol.Resources;

/// <summary>A problem with shared resources that one provider reports to the other (ISS-01).</summary>
/// <param name="Name">Identifier, <c>providers/{provider}/issues/{issue}</c>.</param>
/// <param name="Title">Required. A single line.</param>
/// <param name="Body">Required.</param>
/// <param name="IssueContext">Optional. A preset kind, which may require a context (ISS-02).</param>
/// <param name="Priority">Optional.</param>
/// <param name="State">Output only.</param>
/// <param name="CreateTime">Output only.</param>
/// <param name="LocalIssueId">Output only. The server's own ticket.</param>
/// <param name="RemoteIssueId">Optional. The caller's own ticket.</param>
/// <param name="RemoteContactEmail">Optional. Where the caller wants mail.</param>
/// <param name="ConnectionContexts">Optional. Connections concerned.</param>
/// <param name="InterconnectContexts">Optional. Interconnects concerned.</param>
/// <param name="ChannelContexts">Optional. Channels concerned.</param>
/// <param name="FeatureContexts">Optional. Features concerned.</param>
public sealed record Issue(
    string? Name = null,
    string? Title = null,
    string? Body = null,
    IssueContext? IssueContext = null,
    IssuePriority? Priority = null,
    IssueState? State = null,
    DateTimeOffset? CreateTime = null,
    string? LocalIssueId = null,
    string? RemoteIssueId = null,
    string? RemoteContactEmail = null,
    IReadOnlyList<ConnectionContext>? ConnectionContexts = null,
    IReadOnlyList<InterconnectContext>? InterconnectContexts = null,
    IReadOnlyList<ChannelContext>? ChannelContexts = null,
    IReadOnlyList<FeatureContext>? FeatureContexts = null);

/// <summary>A connection that an issue concerns.</summary>
/// <param name="Name">Required. Its full name.</param>
public sealed record ConnectionContext(string? Name = null);

/// <summary>An interconnect that an issue concerns.</summary>
/// <param name="Name">Required. Its full name.</param>
public sealed record InterconnectContext(string? Name = null);

/// <summary>A channel that an issue concerns.</summary>
/// <param name="Name">Required. Its full name.</param>
public sealed record ChannelContext(string? Name = null);

/// <summary>A feature that an issue concerns.</summary>
/// <param name="Name">Required. Its full name.</param>
public sealed record FeatureContext(string? Name = null);

/// <summary>A comment on an issue.</summary>
/// <param name="Body">Required.</param>
/// <param name="CreateTime">Output only.</param>
/// <param name="DisplayName">Output only. Who wrote it.</param>
/// <param name="LocalCommentId">Output only. The server's own id.</param>
public sealed record Comment(
    string? Body = null,
    DateTimeOffset? CreateTime = null,
    string? DisplayName = null,
    string? LocalCommentId = null);

/// <summary>Answer of ListIssues; at most 50 without a page size, at most 1000 with one (ISS-03).</summary>
public sealed record ListIssuesResponse(IReadOnlyList<Issue>? Issues = null, string? NextPageToken = null);

/// <summary>Answer of ListComments, newest first (ISS-03).</summary>
public sealed record ListCommentsResponse(IReadOnlyList<Comment>? Comments = null, string? NextPageToken = null);

/// <summary>Body of AddComment.</summary>
/// <param name="Comment">Required. What to add.</param>
public sealed record AddCommentRequest(Comment? Comment = null);

/// <summary>Answer of AddComment.</summary>
public sealed record AddCommentResponse(Comment? Comment = null);

/// <summary>Body of CloseIssue; it carries nothing.</summary>
public sealed record CloseIssueRequest;
