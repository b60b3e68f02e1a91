using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Features.World;

namespace Harness.Features.Steps;

/// <summary>Page tokens that are not those of the request (COM-07).</summary>
[Binding]
public sealed class PageTokenSteps(World.World world, Listings listings)
{
    [When("the partner lists connections with {wrongToken}")]
    public async Task ConnectionsAreListedWithAWrongToken(WrongPageToken wrong)
    {
        var token = wrong.Words switch
        {
            "a forged token" => world.Data.Hex(24),
            "a token with a letter changed" => SpoiledToken.Altered(await TokenOf("connections")),
            _ => await TokenOf("channels"),
        };
        await List("1", token);
    }

    [When("the partner lists connections with a token of another page size")]
    public async Task ConnectionsAreListedWithAnotherSize() => await List("2", await TokenOf("connections"));

    [Then("the answer shows what a page token is bound to")]
    public void TheAnswerShowsWhatATokenIsBoundTo()
    {
        var answer = world.Answers.Current;
        Check.That(
            "the status of the answer to a token of another page size",
            answer.Status == 200 || answer.IsRefusal,
            "200 or a refusal, any 4xx",
            $"{answer.Status}");
        world.Scenario.ReportReading(
            "page-token",
            answer.Status == 200 ? "the collection only" : "the whole query");
    }

    [StepArgumentTransformation(
        "a forged token|a token with a letter changed|a token of another collection",
        Name = "wrongToken")]
    public static WrongPageToken WrongToken(string words) => new(words);

    /// <summary>The token of the first page of one; a failed check where the target gives none.</summary>
    private async Task<string> TokenOf(string words)
    {
        var listing = listings.Find(words);
        var page = Page.Of((await world.Partner.List(listing.Path, "1")).Accepted(), listing);
        Check.Present($"nextPageToken of the first page of one of several {words}", page.Token);
        return page.Token;
    }

    private async Task List(string size, string token) =>
        world.Answers.Keep(await world.Partner.List(listings.Find("connections").Path, size, token));
}

/// <summary>A page token that is not the request's own (COM-07).</summary>
public sealed record WrongPageToken(string Words);
