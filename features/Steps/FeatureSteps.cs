using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Features.World;
using Harness.Protocol.Names;

namespace Harness.Features.Steps;

/// <summary>Features that are proposed as they should be, and what becomes of them.</summary>
[Binding]
public sealed class FeatureSteps(World.World world)
{
    private ConnectionName The => world.NameOf(world.The);

    [Given("a feature of the connection on every channel")]
    public async Task FeaturesOnEveryChannel() =>
        world.FeaturesOf(The).AddRange(await world.Proposals.CreateAll(The));

    [When("a feature of the connection is created on every channel")]
    public Task FeaturesAreCreatedOnEveryChannel() => FeaturesOnEveryChannel();

    [Given("a feature of the connection on the first channel")]
    public async Task AFeatureOnTheFirstChannel() =>
        world.FeaturesOf(The).AddRange(await world.Proposals.CreateAll(The, count: 1));

    [Given("a feature of the connection on all channels but {int}")]
    public async Task FeaturesOnAllChannelsBut(int missing) => world.FeaturesOf(The).AddRange(
        await world.Proposals.CreateAll(The, world.PlaceOf(world.The).Channels.Count - missing));

    [When("the partner proposes the preferred values and a free VLAN on every channel")]
    public Task PreferredValuesOnEveryChannel() => ProposePreferred(The);

    [When("the partner proposes the preferred values and a free VLAN on every channel for the other connection")]
    public Task PreferredValuesForTheOther() => ProposePreferred(world.NameOf(world.Other));

    [When("the partner reads the feature")]
    public async Task TheFeatureIsRead() => world.Answers.Keep(await world.Partner.Get(Latest.Name));

    [Then("the answer is the feature as proposed, PENDING")]
    public void TheAnswerIsTheFeaturePending()
    {
        TheAnswerIsTheFeature();
        Check.Equal(
            "provisioningState of the feature",
            States.Pending,
            States.Provisioning(world.Answers.Current.Object()));
    }

    [Then("the answer is the feature as proposed")]
    public void TheAnswerIsTheFeature()
    {
        var found = world.Answers.Current.Object();
        Check.Equal("name of the feature", $"{Latest.Name}", Json.Text(found, "name"));
        Check.Equal("channel of the feature", Latest.Channel, Json.Text(found, "channel"));
        Check.Equal(
            "featureConfig of the feature",
            FeatureText.Of(Json.Below(Latest.Body, "featureConfig")),
            FeatureText.Of(Json.Below(found, "featureConfig")));
        var subnet = Json.Text(Json.Below(Json.Below(found, "featureConfig"), "l3BaseConfig"), "ipv4Subnet");
        world.Scenario.ReportReading(
            "subnet-notation",
            subnet?.Contains('/') is true ? "CIDR notation" : "a masked address with its length beside it");
    }

    [Then("every accepted feature is PENDING in the answer")]
    public void EveryAnswerIsPending()
    {
        foreach (var answer in world.Answers.All)
            Check.Equal(
                "provisioningState in the answer to CreateFeature",
                States.Pending,
                States.Provisioning(answer.Accepted().Object()));
    }

    [Then("the features of the connection include it once")]
    public async Task TheListIncludesIt() => Check.Equal(
        "how often ListFeatures gives the feature",
        1,
        (await List()).Count(feature => Json.Text(feature, "name") == $"{Latest.Name}"));

    [Then("the features of the connection are one for every channel of {interconnect}")]
    public async Task TheListIsComplete(AgreedInterconnect interconnect) => Check.SameItems(
        "the channels of the connection's features",
        [.. interconnect.Channels.Select(channel => $"{channel.Name}")],
        [.. (await List()).Select(feature => Json.Text(feature, "channel") ?? "none")]);

    [StepDefinition("every feature of the connection becomes FINAL")]
    public Task EveryFeatureBecomesFinal() => world.Settle(
        "provisioningState of the connection's features",
        async () => string.Join(' ', (await List()).Select(States.Provisioning)),
        found => found.Length > 0 && found.Split(' ').All(state => state == States.Final),
        $"all {States.Final}");

    private ProposedFeature Latest => world.FeaturesOf(The) is [.., var latest]
        ? latest
        : throw new InvalidOperationException("the scenario has proposed no feature yet");

    private async Task<IReadOnlyList<System.Text.Json.Nodes.JsonObject>> List() =>
        (await world.Partner.List($"{The}/features")).Accepted().List("features");

    private async Task ProposePreferred(ConnectionName connection)
    {
        var answers = new List<Answer>();
        foreach (var maker in await world.Proposals.Guidance(connection))
        {
            var feature = await world.Proposals.Prepare(connection, maker);
            answers.Add(await world.Proposals.SendGood(feature));
            if (answers[^1].Status == 200)
                world.FeaturesOf(connection).Add(feature);
        }

        Check.That("the channels that guidance is given for", answers.Count > 0, "one at least", "none");
        world.Answers.Keep(answers);
    }
}
