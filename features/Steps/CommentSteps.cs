using System.Text.Json.Nodes;
using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Certification.Verdicts;
using Harness.Certification.Waiting;
using Harness.Features.Judging;
using Harness.Features.World;

namespace Harness.Features.Steps;

/// <summary>AddComment and ListComments.</summary>
[Binding]
public sealed class CommentSteps(World.World world, Issues issues)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private const string LastYear = "2025-01-01T00:00:00Z";
    private IReadOnlyList<Page> pages = [];

    private Listing Listing => Listings.CommentsOf(issues.Name);

    [When("the partner comments on the issue")]
    public async Task ACommentIsMade() => world.Answers.Keep(await issues.Comment());

    [When("the partner comments on the issue, claiming to have done so last year")]
    public async Task ACommentIsMadeWithClaims() =>
        world.Answers.Keep(await issues.Comment(new JsonObject { ["createTime"] = LastYear }));

    [When("the partner comments on the issue without a body")]
    public async Task ACommentIsMadeWithoutABody() => world.Answers.Keep(await issues.CommentWithoutBody());

    [Given("{int} comments on the issue")]
    public async Task Comments(int count)
    {
        for (var i = 0; i < count; i++)
            (await issues.Comment()).Accepted();
    }

    /// <summary>Only comments of different times have an order that every clock can tell.</summary>
    [Given("{int} comments on the issue, each of a later time")]
    public async Task CommentsOfDifferentTimes(int count)
    {
        var latest = DateTimeOffset.MinValue;
        for (var i = 0; i < count; i++)
            latest = await CommentAfter(latest);
    }

    [Then("the answer is the comment, with a time of the target's")]
    public void TheAnswerIsTheComment()
    {
        var comment = Json.Below(world.Answers.Current.Accepted().Object(), "comment");
        Check.Equal("body of the comment", issues.Comments[^1], Json.Text(comment, "body"));
        var time = Json.Time(comment, "createTime");
        Check.Present("createTime of the comment", time);
        Check.NotEqual("createTime of the comment", DateTimeOffset.Parse(LastYear), time.Value);
    }

    [Then("the comments of the issue include it once")]
    public async Task TheListIncludesIt() => Check.Equal(
        "how often ListComments gives the comment",
        1,
        (await new PageWalk(world.Partner, Listing).Keys()).Count(text => text == issues.Comments[^1]));

    [Then("the issue has no comments")]
    public async Task ThereAreNoComments() =>
        Check.Empty("the comments of the issue", await new PageWalk(world.Partner, Listing).Keys());

    [When("the partner lists the comments")]
    public Task TheCommentsAreListed() => List(pageSize: null);

    [When("the partner lists the comments in pages of {int}")]
    public Task TheCommentsAreListedInPages(int size) => List($"{size}");

    [Then("the comments come newest first")]
    public void TheyComeNewestFirst()
    {
        TheyComeOnce();
        var listed = pages.SelectMany(page => page.Answer.List(Listing.Field)).Select(Place).ToList();
        var order = CommentOrderJudge.Judge(listed);
        if (order == CommentOrder.Undecidable)
            throw new InconclusiveException("comments that do not come newest first carry the same createTime");
        Check.That(
            "the order of the comments",
            order == CommentOrder.NewestFirst,
            "the newest first",
            Shown.All(listed.Select(comment => $"{Shown.Of(comment.Time)} comment {comment.Made + 1}")));
    }

    [Then("every page has {int} comment at most, and every comment comes once")]
    public void EveryPageHasAtMost(int size)
    {
        foreach (var page in pages)
            Check.That(
                "the number of comments on a page",
                page.Keys.Count <= size,
                $"{size} at most",
                $"{page.Keys.Count}");
        TheyComeOnce();
    }

    private async Task<DateTimeOffset> CommentAfter(DateTimeOffset latest)
    {
        if (world.Clock.IsControlled)
            await world.Clock.Pass(await world.Clock.Now() + Second);
        const string what = "createTime of a further comment";
        try
        {
            var found = await Wait.UntilAsync(
                what,
                async _ => Json.Time(Json.Below((await issues.Comment()).Accepted().Object(), "comment"), "createTime"),
                time => time > latest,
                "a later one than that of the comment before",
                world.Settling with { Interval = Second },
                world.Scenario.CancellationToken);
            return found!.Value;
        }
        catch (CheckFailedException failed) when (failed.What == what)
        {
            throw new InconclusiveException(
                $"{failed.Message}: comments of one time have no order; let the target's clock run, or be moved");
        }
    }

    private void TheyComeOnce() => Check.SameItems(
        "the comments of the issue",
        issues.Comments,
        [.. pages.SelectMany(page => page.Keys)]);

    private async Task List(string? pageSize)
    {
        pages = await new PageWalk(world.Partner, Listing).All(pageSize);
        world.Answers.Keep([.. pages.Select(page => page.Answer)]);
    }

    private (int Made, DateTimeOffset Time) Place(JsonObject comment)
    {
        var time = Json.Time(comment, "createTime");
        Check.Present("createTime of a comment", time);
        return (issues.Comments.ToList().IndexOf(Json.Text(comment, "body") ?? ""), time.Value);
    }
}
