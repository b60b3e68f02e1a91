using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Features.Judging;
using Harness.Features.World;

namespace Harness.Features.Steps;

/// <summary>Reads and lists of any resource, and what is asked of their names and shapes.</summary>
[Binding]
public sealed class ReadSteps(World.World world, NamedResources resources, Listings listings)
{
    private Listing? listed;

    private Answer Current => world.Answers.Current;

    [When("the partner reads {resource}")]
    public async Task AResourceIsRead(ResourceWords resource) =>
        world.Answers.Keep(await world.Partner.Get(resources.Find(resource.Words)));

    [When("the partner lists {listing}")]
    public async Task AreListed(ListingWords listing)
    {
        listed = listings.Find(listing.Words);
        world.Answers.Keep(await world.Partner.List(listed.Path));
    }

    /// <summary>Where ids that differ in case only are taken for one, the name in the answer says which.</summary>
    [When("the partner reads the connection by its id in the other case")]
    public async Task TheConnectionIsReadInTheOtherCase()
    {
        var name = world.NameOf(world.The);
        var other = name.Id.Any(char.IsAsciiLetterLower) ? name.Id.ToUpperInvariant() : name.Id.ToLowerInvariant();
        Check.NotEqual("the connection's id in the other case", name.Id, other);
        world.Answers.Keep(await world.Partner.Get(name.Interconnect.Connection(other)));
    }

    [Then("the answer is 404, or the connection under its own name")]
    public void TheAnswerIsNoneOrTheConnection()
    {
        Check.OneOf($"the status of the answer to {Current.Request}", [200, 404], Current.Status);
        if (Current.Status == 200)
            Check.Equal("name in the answer", $"{world.NameOf(world.The)}", Current.Text("name"));
    }

    [Then("the name in the answer is the path that was read")]
    public void TheNameIsThePath() =>
        Check.Equal($"name in the answer to {Current.Request}", Current.Path, Current.Text("name"));

    [Then("every listed name is a path below the list's that can be read")]
    public async Task EveryNameCanBeRead()
    {
        var names = Page.Of(Current, listed!).Keys;
        Check.That($"the number of {listed!.Words} listed", names.Count > 0, "one at least", "none");
        foreach (var name in names)
        {
            var id = name.Split('/')[^1];
            Check.Equal($"the name of one of the {listed.Words}", $"{listed.Path}/{id}", name);
            var found = (await world.Partner.Get(name)).Accepted();
            Check.Equal($"name in the answer to {found.Request}", name, found.Text("name"));
        }
    }

    [Then("something is listed")]
    public void SomethingIsListed() => Check.That(
        $"the number of {listed!.Words} listed", Page.Of(Current, listed).Keys.Count > 0, "one at least", "none");

    [Then("the answer has the fields, types and words of the published schema")]
    public void TheAnswerHasThePublishedShape() => Check.Empty(
        $"deviations of the answer to {Current.Request} from the published schema",
        PublishedShapes.Deviations(Current.Request, Current.Accepted().Response.Json()));

    [StepArgumentTransformation(NamedResources.Words, Name = "resource")]
    public static ResourceWords Resource(string words) => new(words);

    [StepArgumentTransformation(Listings.Words, Name = "listing")]
    public static ListingWords Listing(string words) => new(words);
}

/// <summary>A resource, as scenarios name it.</summary>
public sealed record ResourceWords(string Words);

/// <summary>A list, as scenarios name it.</summary>
public sealed record ListingWords(string Words);
