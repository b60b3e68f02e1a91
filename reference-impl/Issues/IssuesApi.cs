using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using Harness.Reference.Common;
using Harness.Reference.Errors;
using Harness.Reference.Hosting;
using Harness.Reference.Paging;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Harness.Reference.Issues;

/// <summary>Issues that the peer reports about shared resources (ISS-01 to ISS-03).</summary>
internal sealed class IssuesApi(Coordinator coordinator)
{
    public static void Map(IEndpointRouteBuilder routes, Coordinator coordinator)
    {
        var api = new IssuesApi(coordinator);
        routes.Map(
            PublishedOperations.ListIssues,
            (string provider, int? pageSize, string? pageToken, CancellationToken cancellation) =>
                api.ListAsync(new ProviderName(provider), pageSize, pageToken, cancellation));
        routes.Map(
            PublishedOperations.CreateIssue,
            (string provider, string? issueId, Issue body, CancellationToken cancellation) =>
                api.CreateAsync(new ProviderName(provider), issueId, body, cancellation));
        routes.Map(
            PublishedOperations.GetIssue,
            (string provider, string issue, CancellationToken cancellation) =>
                api.GetAsync(new ProviderName(provider).Issue(issue), cancellation));
        routes.Map(
            PublishedOperations.CloseIssue,
            (string provider, string issue, CloseIssueRequest? body, CancellationToken cancellation) =>
                api.CloseAsync(new ProviderName(provider).Issue(issue), cancellation));
        routes.Map(
            PublishedOperations.AddComment,
            (string provider, string issue, AddCommentRequest body, CancellationToken cancellation) =>
                api.AddCommentAsync(new ProviderName(provider).Issue(issue), body, cancellation));
        routes.Map(
            PublishedOperations.ListComments,
            (string provider, string issue, int? pageSize, string? pageToken, CancellationToken cancellation) =>
                api.ListCommentsAsync(new ProviderName(provider).Issue(issue), pageSize, pageToken, cancellation));
    }

    private async Task<Results<Ok<ListIssuesResponse>, ProblemHttpResult>> ListAsync(
        ProviderName provider, int? pageSize, string? pageToken, CancellationToken cancellation)
    {
        var asked = coordinator.Pager.Read($"{provider}/issues", pageSize, pageToken, PagingRules.IssueSize);
        if (asked is not Outcome<PageRequest>.Accepted { Value: var request })
            return asked.Then(_ => new ListIssuesResponse()).ToAnswer();
        var rows = await coordinator.Store.ReadAsync(
            transaction => IssueStore.ListAsync(transaction, provider, request), cancellation);
        var page = coordinator.Pager.Cut(request, rows, row => $"{row.Id}").Select(row => row.ToIssue());
        return TypedResults.Ok(new ListIssuesResponse(page.Items, page.NextPageToken));
    }

    private async Task<Results<Ok<Issue>, ProblemHttpResult>> CreateAsync(
        ProviderName provider, string? id, Issue body, CancellationToken cancellation)
    {
        var refusal = coordinator.Rules.FirstRefusal(CommonRules.Id, ("issueId", id))
            ?? coordinator.Rules.FirstRefusal(IssueRules.Creation, body);
        if (refusal is not null)
            return refusal.ToProblem();
        var name = provider.Issue(id ?? "");
        var issue = coordinator.Rules.Decide(
            IssueRules.ServersFields,
            new IssueCase(name, body, $"{coordinator.Ids.NewUuid()}", coordinator.Clock.GetUtcNow()));
        var outcome = await coordinator.Store.DecideAsync<Issue>(
            async transaction => await IssueStore.AddAsync(transaction, name, issue)
                ? issue
                : new Refusal(
                    ErrorCode.AlreadyExists,
                    "ISS-01",
                    $"expected a new issueId, found that {name} exists; choose another"),
            cancellation);
        return outcome.ToAnswer();
    }

    private async Task<Results<Ok<Issue>, ProblemHttpResult>> GetAsync(
        IssueName name, CancellationToken cancellation)
    {
        var row = await coordinator.Store.ReadAsync(
            transaction => IssueStore.FindAsync(transaction, name), cancellation);
        if (coordinator.Rules.Decide(CommonRules.ResourceExists, (name, row is not null)) is { } refusal)
            return refusal.ToProblem();
        return TypedResults.Ok(row?.ToIssue());
    }

    private async Task<Results<Ok<Issue>, ProblemHttpResult>> CloseAsync(
        IssueName name, CancellationToken cancellation)
    {
        var outcome = await coordinator.Store.DecideAsync<Issue>(
            async transaction =>
            {
                if (await IssueStore.FindAsync(transaction, name) is not { } row)
                    return CommonRules.NotFound(name);
                var issue = row.ToIssue();
                issue = issue with { State = coordinator.Rules.Decide(IssueRules.StateWhenClosed, issue) };
                await IssueStore.PutAsync(transaction, row.Id, issue);
                return issue;
            },
            cancellation);
        return outcome.ToAnswer();
    }

    private async Task<Results<Ok<AddCommentResponse>, ProblemHttpResult>> AddCommentAsync(
        IssueName name, AddCommentRequest body, CancellationToken cancellation)
    {
        var outcome = await coordinator.Store.DecideAsync<AddCommentResponse>(
            async transaction =>
            {
                if (await IssueStore.FindAsync(transaction, name) is not { } row)
                    return CommonRules.NotFound(name);
                if (coordinator.Rules.Decide(IssueRules.CommentGiven, body) is { } refusal)
                    return refusal;
                var comment = new Comment(
                    body.Comment?.Body,
                    coordinator.Clock.GetUtcNow(),
                    coordinator.Testbed.FindPeer(name.Provider.Provider)?.DisplayName,
                    $"{coordinator.Ids.NewUuid()}");
                await IssueStore.AddCommentAsync(transaction, row.Id, comment);
                return new AddCommentResponse(comment);
            },
            cancellation);
        return outcome.ToAnswer();
    }

    private async Task<Results<Ok<ListCommentsResponse>, ProblemHttpResult>> ListCommentsAsync(
        IssueName name, int? pageSize, string? pageToken, CancellationToken cancellation)
    {
        var asked = coordinator.Pager.Read($"{name}/comments", pageSize, pageToken, PagingRules.IssueSize);
        var outcome = await coordinator.Store.ReadAsync<Outcome<ListCommentsResponse>>(
            async transaction =>
            {
                if (await IssueStore.FindAsync(transaction, name) is not { } row)
                    return CommonRules.NotFound(name);
                if (asked is not Outcome<PageRequest>.Accepted { Value: var request })
                    return asked.Then(_ => new ListCommentsResponse());
                var newestFirst = coordinator.Rules.Decide(IssueRules.NewestFirst, name);
                var rows = await IssueStore.ListCommentsAsync(transaction, row.Id, request, newestFirst);
                var page = coordinator.Pager.Cut(request, rows, one => $"{one.Id}").Select(one => one.ToComment());
                return new ListCommentsResponse(page.Items, page.NextPageToken);
            },
            cancellation);
        return outcome.ToAnswer();
    }
}
