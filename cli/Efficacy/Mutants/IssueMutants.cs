using System.Text.Json.Nodes;
using Harness.Cli.Efficacy.Altering;
using Harness.Protocol.Resources;
using Harness.Reference.Issues;
using static Harness.Protocol.Operations.PublishedOperations;

namespace Harness.Cli.Efficacy.Mutants;

/// <summary>Issues and comments (ISS-01, ISS-02).</summary>
internal static class IssueMutants
{
    public static IEnumerable<Mutant> All =>
    [
        new("issue-state-of-the-request", "ISS-01", "a new issue has the state that the request gives it",
            Servers((@case, issue) => issue with { State = @case.Proposed.State ?? issue.State })),
        new("issue-time-of-the-request", "ISS-01", "a new issue has the time that the request gives it",
            Servers((@case, issue) => issue with { CreateTime = @case.Proposed.CreateTime ?? issue.CreateTime })),
        new("issue-id-of-the-request", "ISS-01", "a new issue has the local id that the request gives it",
            Servers((@case, issue) => issue with { LocalIssueId = @case.Proposed.LocalIssueId ?? issue.LocalIssueId })),
        new("issue-without-local-id", "ISS-01", "a new issue has no local id",
            Servers((_, issue) => issue with { LocalIssueId = null })),
        new("issue-born-in-progress", "ISS-01", "a new issue is closed",
            Servers((_, issue) => issue with { State = IssueState.Closed })),
        new("issue-not-listed", "ISS-01", "an issue can be read and is not listed",
            Wire.Answers(ListIssues, json => json["issues"]?.AsArray().Clear())),
        new("issue-listed-twice", "ISS-01", "an issue is listed twice",
            Wire.Answers(ListIssues, json =>
            {
                if (json["issues"] is JsonArray { Count: > 0 } issues)
                    issues.Add(issues[^1]!.DeepClone());
            })),
        new("close-answered-not-made", "ISS-01", "an issue is answered as closed and stays open",
            Wire.Calls(CloseIssue, async call =>
            {
                call.Http.Request.Method = "GET";
                call.Http.Request.Path = $"/{string.Join('/', call.Segments[..^1])}";
                return (await call.ProceedAsync()).Edited(json => json["state"] = "STATE_CLOSED");
            })),
        new("comment-lost", "ISS-01", "a comment is answered and not kept",
            Wire.Answers(ListComments, json => json["comments"]?.AsArray().Clear())),
        new("comment-without-time", "ISS-01", "a comment has no time",
            Wire.Answers(AddComment, json => (json["comment"] as JsonObject)?.Remove("createTime"))),
        new("context-of-any-kind", "ISS-02", "any context will do for an issue about a connection",
            Alter.Rules(IssueRules.ContextGiven with
            {
                Decide = issue => issue.IssueContext == IssueContext.ConnectionIssue
                    ? null
                    : IssueRules.ContextGiven.Decide(issue),
            })),
    ];

    private static Local.Alteration Servers(Func<IssueCase, Issue, Issue> but) =>
        Alter.Rules(IssueRules.ServersFields with
        {
            Decide = @case => but(@case, IssueRules.ServersFields.Decide(@case)),
        });
}
