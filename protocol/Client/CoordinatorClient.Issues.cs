using Harness.Protocol.Json;
using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;

namespace Harness.Protocol.Client;

// Issues.
public sealed partial class CoordinatorClient
{
    /// <summary>The issues that a provider has reported (ISS-03).</summary>
    public Task<ApiResult<ListIssuesResponse>> ListIssuesAsync(
        ProviderName provider,
        int? pageSize = null,
        string? pageToken = null,
        CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.ListIssues,
            PathOf(provider, "issues") + PageQuery(pageSize, pageToken),
            ProtocolJson.Default.ListIssuesResponse,
            null,
            cancellation);

    /// <summary>Reports an issue (ISS-01).</summary>
    public Task<ApiResult<Issue>> CreateIssueAsync(
        IssueName issue,
        Issue body,
        CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.CreateIssue,
            PathOf(issue.Provider, "issues") + Query(("issueId", issue.Id)),
            ProtocolJson.Default.Issue,
            RequestBody.Of(body, ProtocolJson.Default.Issue),
            cancellation);

    /// <summary>An issue.</summary>
    public Task<ApiResult<Issue>> GetIssueAsync(IssueName issue, CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.GetIssue,
            PathOf(issue),
            ProtocolJson.Default.Issue,
            null,
            cancellation);

    /// <summary>Closes an issue (ISS-01).</summary>
    public Task<ApiResult<Issue>> CloseIssueAsync(IssueName issue, CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.CloseIssue,
            PathOf(issue, "Close"),
            ProtocolJson.Default.Issue,
            RequestBody.Of(new(), ProtocolJson.Default.CloseIssueRequest),
            cancellation);

    /// <summary>Comments on an issue (ISS-01).</summary>
    public Task<ApiResult<AddCommentResponse>> AddCommentAsync(
        IssueName issue,
        AddCommentRequest body,
        CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.AddComment,
            PathOf(issue, "AddComment"),
            ProtocolJson.Default.AddCommentResponse,
            RequestBody.Of(body, ProtocolJson.Default.AddCommentRequest),
            cancellation);

    /// <summary>The comments on an issue, newest first (ISS-03).</summary>
    public Task<ApiResult<ListCommentsResponse>> ListCommentsAsync(
        IssueName issue,
        int? pageSize = null,
        string? pageToken = null,
        CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.ListComments,
            PathOf(issue, "comments") + PageQuery(pageSize, pageToken),
            ProtocolJson.Default.ListCommentsResponse,
            null,
            cancellation);
}
