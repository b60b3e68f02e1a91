using System.Text.Json.Nodes;
using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Features.World;

namespace Harness.Features.Steps;

/// <summary>CreateIssue, GetIssue, ListIssues and CloseIssue.</summary>
[Binding]
public sealed class IssueSteps(World.World world, Issues issues, Claims claims)
{
    private const string Closed = "STATE_CLOSED";
    private const string LastYear = "2025-01-01T00:00:00Z";
    private static readonly string[] OpenStates = ["STATE_OPEN", "STATE_IN_PROGRESS", "STATE_ACTION_REQUIRED"];
    private string? missingContext;

    [When("the partner creates an issue")]
    public async Task AnIssueIsCreated() => world.Answers.Keep(await issues.Create(issues.Body()));

    [Given("an issue")]
    public async Task AnIssue() => (await issues.Create(issues.Body())).Accepted();

    /// <summary>Issues cannot be deleted, so those that are there already are counted in.</summary>
    [Given("{int} issues at least")]
    public async Task IssuesAtLeast(int least)
    {
        var there = (await new PageWalk(world.Partner, issues.Listing).Keys("1000")).Count;
        for (var i = there; i < least; i++)
            await AnIssue();
    }

    [When("the partner creates an issue that claims to be closed since last year under local id {string}")]
    public async Task AnIssueIsCreatedWithClaims(string localId)
    {
        var body = issues.Body();
        body["state"] = Closed;
        body["createTime"] = LastYear;
        body["localIssueId"] = localId;
        claims.Made(async () =>
        {
            var found = (await world.Partner.Get(issues.Name)).Accepted();
            Check.NotEqual("state of an issue that claimed it", Closed, found.Text("state"));
            Check.NotEqual(
                "createTime of an issue that claimed it",
                DateTimeOffset.Parse(LastYear),
                Json.Time(found.Object(), "createTime"));
            Check.NotEqual("localIssueId of an issue that claimed it", localId, found.Text("localIssueId"));
        });
        world.Answers.Keep(await issues.Create(body));
    }

    [When("the partner creates an issue without {word}")]
    public async Task AnIncompleteIssueIsCreated(string field)
    {
        var body = issues.Body();
        if (!body.Remove(field))
            throw new ArgumentException($"an issue has no field {field} to leave out", nameof(field));
        world.Answers.Keep(await issues.Create(body));
    }

    [When("the partner creates an issue of kind {word} without its context")]
    public async Task AnIssueIsCreatedWithoutItsContext(string kind)
    {
        var body = issues.Body();
        body["issueContext"] = kind;
        missingContext = kind;
        world.Answers.Keep(await issues.Create(body));
    }

    [When("the partner creates an issue with {word} that name nothing")]
    public async Task AnIssueIsCreatedWithAnEmptyContext(string field)
    {
        var body = issues.Body();
        body[field] = new JsonArray(new JsonObject());
        world.Answers.Keep(await issues.Create(body));
    }

    [When("the partner creates an issue under an id with a slash")]
    public async Task AnIssueIsCreatedUnderAnOddId() =>
        world.Answers.Keep(await issues.Create(issues.Body(), $"{world.Data.Id("odd")}/{world.Data.Id("id")}"));

    [Then("the request is refused, or the issue can be read under the name in the answer")]
    public async Task TheIssueIsRefusedOrReadable()
    {
        var answer = world.Answers.Current;
        if (answer.IsRefusal)
            return;
        var name = answer.Accepted().Text("name");
        Check.Present("name of the issue", name);
        Check.Equal("name in the answer to GetIssue", name, (await world.Partner.Get(name)).Accepted().Text("name"));
    }

    [Then("the same issue is accepted with its context")]
    public async Task TheTwinIsAccepted()
    {
        var body = Json.Copy(issues.Sent);
        var connection = world.NameOf(world.The);
        var (field, name) = missingContext == "ISSUE_CONTEXT_CONNECTION_ISSUE"
            ? ("connectionContexts", $"{connection}")
            : ("interconnectContexts", $"{connection.Interconnect}");
        body[field] = new JsonArray(new JsonObject { ["name"] = name });
        (await issues.CreateAgain(body)).Accepted();
    }

    [When("the partner reads the issue")]
    public async Task TheIssueIsRead() => world.Answers.Keep(await world.Partner.Get(issues.Name));

    [Then("the answer is the issue, with its name, an open state, a time and a local id")]
    public void TheAnswerIsTheIssue()
    {
        var answer = world.Answers.Current.Accepted();
        Check.Equal("name of the issue", $"{issues.Name}", answer.Text("name"));
        foreach (var field in new[] { "title", "body" })
            Check.Equal($"{field} of the issue", Json.Text(issues.Sent, field), answer.Text(field));
        Check.OneOf("state of the issue", OpenStates, answer.Text("state") ?? "none");
        Check.Present("createTime of the issue", Json.Time(answer.Object(), "createTime"));
        Check.That("localIssueId of the issue", answer.Text("localIssueId") is { Length: > 0 }, "an id", "none");
    }

    [Then("the issues include it once")]
    public async Task TheListIncludesIt() => Check.Equal(
        "how often ListIssues gives the issue",
        1,
        (await new PageWalk(world.Partner, issues.Listing).Keys("1000")).Count(name => name == $"{issues.Name}"));

    [Then("the issue does not exist")]
    public async Task TheIssueDoesNotExist() => Check.Equal(
        "the status of a GetIssue of the issue that was refused",
        404,
        (await world.Partner.Get(issues.Name)).Status);

    [When("the partner closes the issue")]
    public async Task TheIssueIsClosed() =>
        world.Answers.Keep(await world.Partner.Post($"{issues.Name}/Close", new JsonObject()));

    /// <summary>The target may pass it on to a ticket system of its own, which takes its time.</summary>
    [Then("the partner reads the issue as closed")]
    public Task TheIssueIsReadAsClosed() => world.Settle(
        "state of the closed issue",
        async () => (await world.Partner.Get(issues.Name)).Accepted().Text("state"),
        state => state == Closed,
        Closed);

    [When("the partner lists the issues without a page size")]
    public async Task TheIssuesAreListed() => world.Answers.Keep(await world.Partner.List(issues.Listing.Path));

    [When("the partner lists the issues with page size {int}")]
    public async Task TheIssuesAreListed(int size) =>
        world.Answers.Keep(await world.Partner.List(issues.Listing.Path, $"{size}"));

    [Then("at most {int} issues come, and a token for the next page")]
    public void AtMostSoManyComeAndAToken(int most)
    {
        AtMostSoManyCome(most);
        Check.Present("nextPageToken of a list with more issues", Page.Of(world.Answers.Current, issues.Listing).Token);
    }

    [Then("at most {int} issues come")]
    public void AtMostSoManyCome(int most)
    {
        var count = world.Answers.Current.List(issues.Listing.Field).Count;
        Check.That("the number of issues on the page", count <= most, $"{most} at most", $"{count}");
        Check.That("the number of issues on the page", count > 0, "one at least", "none");
    }
}
