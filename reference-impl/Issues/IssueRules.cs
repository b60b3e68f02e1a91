using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Errors;
using Harness.Reference.Rules;

namespace Harness.Reference.Issues;

/// <summary>Rules of issues.</summary>
public static class IssueRules
{
    /// <summary>An issue has a title and a body.</summary>
    public static readonly RefusalRule<Issue> TitleAndBodyGiven = new(
        "ISS-01",
        "title-and-body-given",
        issue => string.IsNullOrWhiteSpace(issue.Title)
            ? Missing("title")
            : string.IsNullOrWhiteSpace(issue.Body) ? Missing("body") : null);

    /// <summary>A preset kind comes with the context that it is about.</summary>
    public static readonly RefusalRule<Issue> ContextGiven = new(
        "ISS-02",
        "context-given",
        issue => issue switch
        {
            { IssueContext: IssueContext.ConnectionIssue, ConnectionContexts: null or [] } =>
                MissingContext("connectionContexts", "a connection"),
            { IssueContext: IssueContext.InterconnectIssue, InterconnectContexts: null or [] } =>
                MissingContext("interconnectContexts", "an interconnect"),
            _ => null,
        });

    /// <summary>Every context names a resource of its kind.</summary>
    public static readonly RefusalRule<Issue> ContextsNamed = new(
        "COM-05",
        "contexts-named",
        issue => WrongName<ConnectionName>("connectionContexts", issue.ConnectionContexts?.Select(one => one.Name))
            ?? WrongName<InterconnectName>("interconnectContexts", issue.InterconnectContexts?.Select(one => one.Name))
            ?? WrongName<ChannelName>("channelContexts", issue.ChannelContexts?.Select(one => one.Name))
            ?? WrongName<FeatureName>("featureContexts", issue.FeatureContexts?.Select(one => one.Name)));

    /// <summary>A comment has a body.</summary>
    public static readonly RefusalRule<AddCommentRequest> CommentGiven = new(
        "ISS-01",
        "comment-given",
        request => string.IsNullOrWhiteSpace(request.Comment?.Body) ? Missing("comment.body") : null);

    /// <summary>Name, state, creation time and local id are the server's.</summary>
    public static readonly Rule<IssueCase, Issue> ServersFields = new(
        "ISS-01",
        "servers-fields",
        @case => @case.Proposed with
        {
            Name = @case.Name.ToString(),
            State = IssueState.Open,
            CreateTime = @case.Now,
            LocalIssueId = @case.LocalIssueId,
        });

    /// <summary>State of an issue that is closed.</summary>
    public static readonly Rule<Issue, IssueState> StateWhenClosed = new(
        "ISS-01", "state-when-closed", _ => IssueState.Closed);

    /// <summary>Whether the newest comment comes first.</summary>
    public static readonly Rule<IssueName, bool> NewestFirst = new("ISS-03", "newest-first", _ => true);

    /// <summary>What a new issue has to pass, in order.</summary>
    public static readonly IReadOnlyList<RefusalRule<Issue>> Creation =
        [TitleAndBodyGiven, ContextGiven, ContextsNamed];

    public static IEnumerable<Rule> All =>
        [.. Creation, CommentGiven, ServersFields, StateWhenClosed, NewestFirst];

    private static Refusal Missing(string field) => new(
        ErrorCode.MissingField, "ISS-01", $"expected the field {field}, found none or an empty one; fill it in");

    private static Refusal MissingContext(string field, string what) => new(
        ErrorCode.MissingField, "ISS-02", $"expected {what} in {field} for this issueContext, found none; name it");

    // The name is not repeated: it is free text of the caller.
    private static Refusal? WrongName<TName>(string field, IEnumerable<string?>? names)
        where TName : ResourceName
    {
        var index = 0;
        foreach (var name in names ?? [])
        {
            if (!ResourceName.TryParse<TName>(name, out _))
            {
                return new Refusal(
                    ErrorCode.InvalidValue,
                    "COM-05",
                    $"expected {field}[{index}].name to name a {typeof(TName).Name[..^4].ToLowerInvariant()}, "
                    + "found something else; give the full name as the resource carries it");
            }

            index++;
        }

        return null;
    }
}
