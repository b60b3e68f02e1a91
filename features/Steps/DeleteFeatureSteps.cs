using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Features.World;
using Harness.Protocol.Names;

namespace Harness.Features.Steps;

/// <summary>DeleteFeature.</summary>
[Binding]
public sealed class DeleteFeatureSteps(World.World world)
{
    private ConnectionName The => world.NameOf(world.The);

    private ProposedFeature First => world.FeaturesOf(The)[0];

    [StepDefinition("the partner deletes the feature on the first channel")]
    public async Task TheFirstIsDeleted()
    {
        world.Answers.Keep(await world.Partner.Delete(First.Name));
        world.Proposals.Release(First);
    }

    [Then("the feature on the first channel is neither readable nor listed")]
    public async Task TheFirstIsGone()
    {
        Check.Equal("the status of a GetFeature of the deleted feature", 404, (await world.Partner.Get(
            First.Name)).Status);
        Check.DoesNotContain("the features of the connection", $"{First.Name}", [.. (await Listed()).Keys]);
    }

    [Then("the features on the other channels are as they were")]
    public async Task TheOthersStay()
    {
        var listed = await Listed();
        foreach (var feature in world.FeaturesOf(The).Skip(1))
            Check.Equal(
                $"featureConfig of {feature.Name.Id}",
                FeatureText.Of(Json.Below(feature.Body, "featureConfig")),
                listed.GetValueOrDefault($"{feature.Name}", "none"));
    }

    [Given("the values of the first channel's feature are refused to the other connection with {int}")]
    public async Task TheValuesAreRefused(int status) => Check.Equal(
        "the status of a proposal of what another feature holds",
        status,
        (await world.Proposals.Send(Taken())).Status);

    [Then("the values of the first channel's feature are accepted for the other connection")]
    public async Task TheValuesAreAccepted() => (await world.Proposals.SendGood(Taken())).Accepted();

    [When("the partner proposes the deleted feature again")]
    public async Task TheFirstIsProposedAgain() => world.Answers.Keep(await world.Proposals.SendGood(First));

    private ProposedFeature Taken() => First with { Name = world.NameOf(world.Other).Feature(First.Name.Id) };

    private async Task<Dictionary<string, string>> Listed() =>
        (await world.Partner.List($"{The}/features")).Accepted().List("features").ToDictionary(
            feature => Json.Text(feature, "name") ?? "none",
            feature => FeatureText.Of(Json.Below(feature, "featureConfig")));
}
