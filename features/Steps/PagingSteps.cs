using System.Globalization;
using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Features.World;

namespace Harness.Features.Steps;

/// <summary>Lists in pages (COM-06).</summary>
[Binding]
public sealed class PagingSteps(World.World world, Listings listings)
{
    private Listing? listed;
    private IReadOnlyList<Page> pages = [];
    private IReadOnlyList<string> whole = [];
    private List<string> staying = [];
    private int size;

    [When("the partner lists {listing} in pages of {pageSize}")]
    public async Task AreListedInPages(ListingWords words, PageSize wanted)
    {
        listed = listings.Find(words.Words);
        whole = await Walk.Keys();
        Check.That($"the number of {listed.Words}", whole.Count > 0, "one at least", "none");
        size = wanted.Of(whole.Count);
        await ListInPages();
    }

    [Then("no page is larger than asked for")]
    public void NoPageIsTooLarge()
    {
        foreach (var page in pages)
            Check.That(
                $"the number of {listed!.Words} on a page",
                page.Keys.Count <= size,
                $"{size} at most",
                $"{page.Keys.Count}");
    }

    [Then("the pages together are the list without pages")]
    public void ThePagesAreTheList() => Check.SameItems($"the {listed!.Words} on all pages", whole, Keys);

    [Then("the last page carries no token")]
    public void TheLastPageCarriesNoToken() =>
        Check.That("nextPageToken of the last page", pages[^1].Token is null, "none", "a token, page after empty page");

    [When("the partner lists connections with page size {int}")]
    public async Task ConnectionsAreListedWithASize(int asked)
    {
        listed = listings.Find("connections");
        whole = await Walk.Keys();
        var text = asked.ToString(CultureInfo.InvariantCulture);
        var first = world.Answers.Keep(await world.Partner.List(listed.Path, text));
        pages = first.Status == 200 ? await Walk.All(text) : [];
    }

    [Then("the list is the one without a page size, or the request is refused")]
    public async Task TheListIsTheOneWithoutASize()
    {
        TheListIsWhole();
        if (world.Answers.Current.Status == 200)
            Check.SameItems(
                "the connections on the first page",
                Page.Of((await world.Partner.List(listed!.Path)).Accepted(), listed).Keys,
                pages[0].Keys);
    }

    [Then("the list is whole, or the request is refused")]
    public void TheListIsWhole()
    {
        var answer = world.Answers.Current;
        Check.That(
            $"the status of the answer to {answer.Request}",
            answer.Status == 200 || answer.IsRefusal,
            "200 or a refusal, any 4xx",
            $"{answer.Status}");
        if (answer.Status == 200)
            Check.SameItems("the connections on all pages", whole, Keys);
    }

    /// <summary>The customer's intent comes first, so that nothing but the creation falls between the pages.</summary>
    [When("the partner lists connections in pages of one and a connection is created after the first page")]
    public async Task AConnectionIsCreatedInBetween()
    {
        var late = await world.Customers.IntendAndConfirm(world.Place.Sizes[0]);
        staying = Names(world.Intents);
        var interconnect = world.PlaceOf(world.The);
        var created = false;
        await ListConnectionsByOne(async _ =>
        {
            if (!created)
                (await world.Connections.Create(late, interconnect)).Accepted();
            created = true;
        });
    }

    /// <summary>Connections of others are left alone: it is one of the scenario's own that goes.</summary>
    [When("the partner lists connections in pages of one and the one listed is deleted after the first page")]
    public async Task AConnectionIsDeletedInBetween()
    {
        Intent? deleted = null;
        await ListConnectionsByOne(async page =>
        {
            if (deleted is not null || Own(page) is not { } own)
                return;
            deleted = own;
            (await world.Connections.Delete(own, world.PlaceOf(own))).Accepted();
        });
        Check.Present("a connection of the scenario's on the pages", deleted);
        staying = Names(world.Intents.Where(intent => intent != deleted));
    }

    [Then("every one of the {int} connections that stay comes once")]
    public void EveryOneComesOnce(int count)
    {
        Check.Equal("the connections that stay", count, staying.Count);
        Check.SameItems("those on the pages of the connections that stay", staying, [.. Keys.Where(staying.Contains)]);
    }

    [StepArgumentTransformation("one|two|three|the exact number|one more than there are", Name = "pageSize")]
    public static PageSize SizeOf(string words) => new(words);

    private PageWalk Walk => new(world.Partner, listed!);

    private IReadOnlyList<string> Keys => [.. pages.SelectMany(page => page.Keys)];

    private async Task ListInPages(Func<Page, Task>? between = null)
    {
        pages = await Walk.All(size.ToString(CultureInfo.InvariantCulture), between);
        world.Answers.Keep([.. pages.Select(page => page.Answer)]);
    }

    private Task ListConnectionsByOne(Func<Page, Task> between)
    {
        listed = listings.Find("connections");
        size = 1;
        return ListInPages(between);
    }

    private Intent? Own(Page page) =>
        world.Intents.FirstOrDefault(intent => page.Keys.Contains($"{world.NameOf(intent)}"));

    private List<string> Names(IEnumerable<Intent> intents) => [.. intents.Select(intent => $"{world.NameOf(intent)}")];
}

/// <summary>A page size, as scenarios name it.</summary>
public sealed record PageSize(string Words)
{
    /// <summary>The size for a list of <paramref name="count"/> elements.</summary>
    public int Of(int count) => Words switch
    {
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "the exact number" => count,
        _ => count + 1,
    };
}
