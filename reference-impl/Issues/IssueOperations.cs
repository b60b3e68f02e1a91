using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Common;
using Harness.Reference.Errors;
using Harness.Reference.Paging;

namespace Harness.Reference.Issues;

/// <summary>What the operations on issues decide and write, each in one transaction (ISS-01 to ISS-03).</summary>
internal sealed class IssueOperations(Coordinator coordinator)
{
    /// <summary>A page of issues, in the order of their creation.</summary>
    public async Task<Outcome<ListIssuesResponse>> ListAsync(
        ProviderName provider, int? pageSize, string? pageToken, CancellationToken cancellation)
    {
        var asked = coordinator.Pager.Read($"{provider}/issues", pageSize, pageToken, PagingRules.IssueSize);
        if (asked is not Outcome<PageRequest>.Accepted { Value: var request })
            return asked.Then(_ => new ListIssuesResponse());
        var rows = await coordinator.Store.ReadAsync(
            transaction => IssueStore.ListAsync(transaction, provider, request), cancellation);
        var page = coordinator.Pager.Cut(request, rows, row => $"{row.Id}").Select(row => row.ToIssue());
        return new ListIssuesResponse(page.Items, page.NextPageToken);
    }

    /// <summary>Takes an issue; name, state, creation time and local id are ours.</summary>
    public async Task<Outcome<Issue>> CreateAsync(
        ProviderName provider, string? id, Issue body, CancellationToken cancellation)
    {
        var refusal = coordinator.Rules.FirstRefusal(CommonRules.Id, ("issueId", id))
            ?? coordinator.Rules.FirstRefusal(IssueRules.Creation, body);
        if (refusal is not null)
            return refusal;
        var name = provider.Issue(id ?? "");
        var issue = coordinator.Rules.Decide(
            IssueRules.ServersFields,
            new IssueCase(name, body, $"{coordinator.Ids.NewUuid()}", coordinator.Clock.GetUtcNow()));
        return await coordinator.Store.DecideAsync<Issue>(
            async transaction => await IssueStore.AddAsync(transaction, name, issue)
                ? issue
                : new Refusal(
                    ErrorCode.AlreadyExists,
                    "ISS-01",
                    $"expected a new issueId, found that {name} exists; choose another"),
            cancellation);
    }

    /// <summary>An issue.</summary>
    public async Task<Outcome<Issue>> GetAsync(IssueName name, CancellationToken cancellation) =>
        await coordinator.Store.ReadAsync(transaction => IssueStore.FindAsync(transaction, name), cancellation)
            is { } row
            ? row.ToIssue()
            : CommonRules.NotFound(name);

    /// <summary>Closes an issue; one that is closed stays so.</summary>
    public Task<Outcome<Issue>> CloseAsync(IssueName name, CancellationToken cancellation) =>
        coordinator.Store.DecideAsync<Issue>(
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

    /// <summary>Adds a comment of the peer.</summary>
    public Task<Outcome<AddCommentResponse>> AddCommentAsync(
        IssueName name, AddCommentRequest body, CancellationToken cancellation) =>
        coordinator.Store.DecideAsync<AddCommentResponse>(
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

    /// <summary>A page of comments, newest first.</summary>
    public Task<Outcome<ListCommentsResponse>> ListCommentsAsync(
        IssueName name, int? pageSize, string? pageToken, CancellationToken cancellation)
    {
        var asked = coordinator.Pager.Read($"{name}/comments", pageSize, pageToken, PagingRules.IssueSize);
        return coordinator.Store.ReadAsync<Outcome<ListCommentsResponse>>(
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
    }
}
