using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using Harness.Reference.Errors;
using Harness.Reference.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Harness.Reference.Issues;

/// <summary>Issues that the peer reports about shared resources.</summary>
internal static class IssuesApi
{
    public static void MapIssues(this IEndpointRouteBuilder routes, Coordinator coordinator)
    {
        var operations = new IssueOperations(coordinator);
        routes.Map(PublishedOperations.ListIssues, List);
        routes.Map(PublishedOperations.CreateIssue, Create);
        routes.Map(PublishedOperations.GetIssue, Get);
        routes.Map(PublishedOperations.CloseIssue, Close);
        routes.Map(PublishedOperations.AddComment, AddComment);
        routes.Map(PublishedOperations.ListComments, ListComments);

        async Task<Results<Ok<ListIssuesResponse>, ProblemHttpResult>> List(
            string provider, int? pageSize, string? pageToken, CancellationToken cancellation) =>
            (await operations.ListAsync(new ProviderName(provider), pageSize, pageToken, cancellation)).ToAnswer();

        async Task<Results<Ok<Issue>, ProblemHttpResult>> Create(
            string provider, string? issueId, Issue body, CancellationToken cancellation) =>
            (await operations.CreateAsync(new ProviderName(provider), issueId, body, cancellation)).ToAnswer();

        async Task<Results<Ok<Issue>, ProblemHttpResult>> Get(
            string provider, string issue, CancellationToken cancellation) =>
            (await operations.GetAsync(Name(provider, issue), cancellation)).ToAnswer();

        async Task<Results<Ok<Issue>, ProblemHttpResult>> Close(
            string provider, string issue, CloseIssueRequest? body, CancellationToken cancellation) =>
            (await operations.CloseAsync(Name(provider, issue), cancellation)).ToAnswer();

        async Task<Results<Ok<AddCommentResponse>, ProblemHttpResult>> AddComment(
            string provider, string issue, AddCommentRequest body, CancellationToken cancellation) =>
            (await operations.AddCommentAsync(Name(provider, issue), body, cancellation)).ToAnswer();

        async Task<Results<Ok<ListCommentsResponse>, ProblemHttpResult>> ListComments(
            string provider, string issue, int? pageSize, string? pageToken, CancellationToken cancellation) =>
            (await operations.ListCommentsAsync(Name(provider, issue), pageSize, pageToken, cancellation)).ToAnswer();
    }

    private static IssueName Name(string provider, string issue) => new ProviderName(provider).Issue(issue);
}
