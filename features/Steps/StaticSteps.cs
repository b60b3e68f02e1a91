using System.Text.Json.Nodes;
using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Features.World;

namespace Harness.Features.Steps;

/// <summary>Providers and environments as agreed on beforehand.</summary>
[Binding]
public sealed class StaticSteps(World.World world)
{
    private IReadOnlyList<string> partners = [];
    private IReadOnlyList<string> strangers = [];

    [Then("the answer is a provider with its name and a name to display")]
    public void TheAnswerIsAProvider()
    {
        var answer = world.Answers.Current;
        Check.Equal("name of the provider", answer.Path, answer.Text("name"));
        Check.That(
            "displayName of the provider",
            !string.IsNullOrWhiteSpace(answer.Text("displayName")),
            "a name to display",
            "none");
    }

    [Then("the partner can read the target's provider, too")]
    public async Task TheTargetsProviderIsReadable()
    {
        var answer = (await world.Partner.Get(world.Parties.Target)).Accepted();
        Check.Equal("name of the target's provider", $"{world.Parties.Target}", answer.Text("name"));
    }

    [When("the partner reads every agreed environment")]
    public async Task EveryEnvironmentIsRead()
    {
        var answers = new List<Answer>();
        foreach (var place in world.Places)
            answers.Add(await world.Partner.Get(place.Environment));
        world.Answers.Keep(answers);
    }

    [Then("the environments include every agreed one once")]
    public async Task EveryEnvironmentIsListed()
    {
        var listed = await EnvironmentsOf(world.Partner, $"{world.Parties.Partner}");
        foreach (var place in world.Places)
            Check.Equal(
                $"how often ListEnvironments gives {place.Environment}",
                1,
                listed.Count(name => name == $"{place.Environment}"));
    }

    [Then("every environment has at most {int} sites, of the partner and of the target")]
    public void EveryEnvironmentHasTheTwoSites(int most)
    {
        var allowed = new[] { world.Parties.Partner, world.Parties.Target };
        foreach (var environment in Environments)
        {
            var name = Json.Text(environment, "name");
            var sites = Json.List(environment, "providerSites");
            Check.That($"providerSites of {name}", sites.Count <= most, $"{most} at most", $"{sites.Count}");
            // The format of the field is a provider's name, its example a bare id: both are met.
            foreach (var site in sites)
                Check.OneOf(
                    $"providerId of a site of {name}",
                    [.. allowed.SelectMany(provider => new[] { $"{provider}", provider.Id })],
                    Json.Text(site, "providerId") ?? "none");
            Check.That(
                $"providers of the sites of {name}",
                sites.Select(site => Json.Text(site, "providerId")!.Split('/')[^1]).Distinct().Count() == sites.Count,
                "one site for a provider",
                "two sites of one provider");
        }
    }

    [Then("every interconnect supports the sizes and features of its environment")]
    public async Task EveryInterconnectSupportsTheSame()
    {
        foreach (var environment in Environments)
        {
            var path = $"{Json.Text(environment, "name")}/interconnects";
            var listing = new Listing("interconnects", path, "interconnects");
            var pages = await new PageWalk(world.Partner, listing).All();
            foreach (var interconnect in pages.SelectMany(page => page.Answer.List(listing.Field)))
                foreach (var field in new[] { "supportedConnectionSizeMbps", "supportedFeatures" })
                    Check.Empty(
                        $"{field} of the environment that {Json.Text(interconnect, "name")} does not support",
                        [.. Values(environment, field).Except(Values(interconnect, field))]);
        }
    }

    [When("the partner and the stranger list their environments")]
    public async Task BothListTheirEnvironments()
    {
        var stranger = world.Callers.NeededStranger();
        partners = await EnvironmentsOf(world.Partner, $"{world.Parties.Partner}");
        strangers = await EnvironmentsOf(stranger, $"{World.World.Needed(world.Parties.Stranger, "stranger")}");
    }

    [Then("no id is in both lists")]
    public void NoIdIsInBothLists()
    {
        Check.That("the environments of the stranger", strangers.Count > 0, "one at least", "none");
        Check.Empty("environment ids that are used for both", [.. Ids(partners).Intersect(Ids(strangers))]);
    }

    private IReadOnlyList<JsonObject> Environments =>
        [.. world.Answers.All.Select(answer => answer.Accepted().Object())];

    private static IEnumerable<string> Ids(IReadOnlyList<string> names) => names.Select(name => name.Split('/')[^1]);

    private static IEnumerable<string> Values(JsonObject from, string field) =>
        (from[field] as JsonArray ?? []).OfType<JsonNode>().Select(value => value.ToJsonString());

    private static Task<IReadOnlyList<string>> EnvironmentsOf(Caller caller, string provider) =>
        new PageWalk(caller, new Listing("environments", $"{provider}/environments", "environments")).Keys();
}
