using Harness.Protocol.Json;
using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using Harness.Simulator.Serving;
using Harness.Simulator.State;

namespace Harness.Simulator.Defaults;

/// <summary>Issues. Comments are taken and passed on to nobody, as a support desk of its own would keep them.</summary>
internal sealed class IssueDefaults(PartnerOptions options, PartnerState state)
{
    public PartnerReply List(ProviderName name, PartnerRequest request) => Pages.Of(
        request,
        state.Issues.Children(name),
        (page, next) => PartnerReply.Ok(
            new ListIssuesResponse(page, next), ProtocolJson.Default.ListIssuesResponse));

    public PartnerReply Answer(Operation operation, IssueName name, PartnerRequest request)
    {
        if (operation == PublishedOperations.CreateIssue)
            return Create(name, request);
        if (state.Issues.Get(name) is not { } found)
            return PartnerReply.NotFound;
        return operation.Id switch
        {
            "GetIssue" => PartnerReply.Ok(found, ProtocolJson.Default.Issue),
            "CloseIssue" => Close(found),
            "AddComment" => AddComment(request),
            "ListComments" => PartnerReply.Ok(
                new ListCommentsResponse([]), ProtocolJson.Default.ListCommentsResponse),
            _ => PartnerReply.NotFound,
        };
    }

    private PartnerReply Create(IssueName name, PartnerRequest request)
    {
        if (!request.TryRead(ProtocolJson.Default.Issue, out var proposal)
            || string.IsNullOrEmpty(proposal.Title) || string.IsNullOrEmpty(proposal.Body))
            return PartnerReply.Refuse(400, "expected an issue with title and body (ISS-01)");
        lock (state.Guard)
        {
            if (state.Issues.Get(name) is not null)
                return PartnerReply.Refuse(409, "the issue exists");
            var accepted = proposal with
            {
                Name = name.ToString(),
                State = IssueState.Open,
                CreateTime = options.Clock.GetUtcNow(),
                LocalIssueId = $"partner-{name.Id}",
            };
            state.Issues.Put(accepted);
            return PartnerReply.Ok(accepted, ProtocolJson.Default.Issue);
        }
    }

    private PartnerReply Close(Issue found)
    {
        var closed = found with { State = IssueState.Closed };
        state.Issues.Put(closed);
        return PartnerReply.Ok(closed, ProtocolJson.Default.Issue);
    }

    private PartnerReply AddComment(PartnerRequest request) =>
        request.TryRead(ProtocolJson.Default.AddCommentRequest, out var asked)
        && !string.IsNullOrEmpty(asked.Comment?.Body)
            ? PartnerReply.Ok(
                new AddCommentResponse(asked.Comment with { CreateTime = options.Clock.GetUtcNow() }),
                ProtocolJson.Default.AddCommentResponse)
            : PartnerReply.Refuse(400, "expected a comment with a body (ISS-01)");
}
