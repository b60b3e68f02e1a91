using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Certification.Verdicts;
using Harness.Features.World;
using Harness.Protocol.Names;

namespace Harness.Features.Steps;

/// <summary>A feature is missing from a live connection, on a channel that the target owns (DFE-03).</summary>
[Binding]
public sealed class OwnedFeatureSteps(World.World world, ProposedFeatures proposed)
{
    private long began;
    private ProposedFeature? lost;

    private ConnectionName The => world.NameOf(world.The);

    private ProposedFeature Lost =>
        lost ?? throw new InvalidOperationException("the connection has lost no feature yet");

    private ChannelName Channel => ResourceName.Parse<ChannelName>(Lost.Channel);

    [When("the partner deletes the feature of a channel that the target owns")]
    public async Task ThePartnerDeletesOne()
    {
        Choose();
        world.PartnerSide.Drops(world.PartnerSide.Own(The).Feature(Lost.Name.Id));
        (await world.Partner.Delete(Lost.Name)).Accepted();
    }

    [When("the operator takes away the feature of a channel that the target owns")]
    public async Task TheOperatorDeletesOne()
    {
        Choose();
        await world.Portal.DeleteFeature(world.The, Channel);
    }

    [Then("the target's DeleteFeature of it arrives")]
    public Task TheDeleteArrives() => world.PartnerSide.WaitAfter(
        "DeleteFeature", world.PartnerSide.Own(The).Feature(Lost.Name.Id), began);

    [Then("the target asks for guidance, and proposes a feature for that channel again")]
    public async Task ItIsProposedAgain()
    {
        var proposal = await world.Settle(
            $"the target's proposals for {Channel.Id}, which it owns and which has no feature any more",
            () => Task.FromResult(proposed.All
                .FirstOrDefault(found => found.Call.Began > began && found.Channel == Channel.Id)),
            found => found is not null,
            "one at least");
        Check.That(
            "guidance that the target has before it proposes a feature again",
            proposed.Guidance.Any(asked => asked.Began > began && asked.HappenedBefore(proposal!.Call)),
            "asked for and answered",
            "none");
    }

    [Then("the connection has a feature on every channel again, on both sides")]
    public async Task TheSetIsFull()
    {
        var place = world.PlaceOf(world.The);
        await proposed.AgreedOn(world.The, place);
        var all = string.Join(' ', place.Channels.Select(channel => channel.Name.Id).Order(StringComparer.Ordinal));
        await world.Settle(
            "the channels of the connection's features at the target",
            async () => string.Join(' ', (await world.Partner.List($"{The}/features")).Accepted().List("features")
                .Select(feature => TargetProposal.ChannelOf(feature))
                .Order(StringComparer.Ordinal)),
            found => found == all,
            all);
    }

    private void Choose()
    {
        var owned = world.PlaceOf(world.The).Channels
            .Where(channel => channel.MacsecManager == $"{world.Parties.Target}")
            .Select(channel => $"{channel.Name}")
            .ToHashSet();
        lost = world.FeaturesOf(The).FirstOrDefault(feature => owned.Contains(feature.Channel))
            ?? throw new SkipException("the connection's interconnect has no channel that the target owns");
        began = world.PartnerSide.Position;
    }
}
