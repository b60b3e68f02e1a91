using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Features.Judging;
using Harness.Features.World;
using Harness.Protocol.Resources;

namespace Harness.Features.Steps;

/// <summary>GenerateFeatureGuidance.</summary>
[Binding]
public sealed class GuidanceSteps(World.World world)
{
    // The first word of the enum: what encoders that leave out defaults leave out.
    private const string DefaultAdminState = "ADMIN_STATE_ENABLED";

    private IEnumerable<L3BaseGuidance> Guided =>
        Proposals.Read(world.Answers.Current.Accepted()).Select(guidance =>
            guidance.L3BaseGuidance).OfType<L3BaseGuidance>();

    [When("the partner asks for guidance")]
    public async Task GuidanceIsAskedFor() =>
        world.Answers.Keep(await world.Partner.GenerateFeatureGuidance(world.NameOf(world.The)));

    [Then("there is one L3 guidance for every channel of {interconnect}, with the channel's admin state")]
    public async Task EveryChannelIsGuidedOnce(AgreedInterconnect interconnect)
    {
        var guidance = world.Answers.Current.List("featureGuidance");
        Check.SameItems(
            "the channels that guidance is given for",
            [.. interconnect.Channels.Select(channel => $"{channel.Name}")],
            [.. guidance.Select(part => Json.Text(part, "channel") ?? "none")]);
        foreach (var part in guidance)
        {
            var channel = Json.Text(part, "channel");
            Check.Present($"l3BaseGuidance of {channel}", part["l3BaseGuidance"]);
            var own = (await world.Partner.Get(channel ?? "")).Accepted().Text("adminState");
            Check.Equal(
                $"channelAdminState of {channel}",
                own ?? DefaultAdminState,
                Json.Text(part, "channelAdminState") ?? DefaultAdminState);
        }
    }

    [Then("every guided range runs upwards and overlaps no other")]
    public void RangesAreInOrder() =>
        Check.Empty("ranges that are not in order", [.. Guided.SelectMany(GuidanceJudge.Ranges)]);

    [Then("every guided VLAN lies within 1025 and 4094")]
    public void VlansAreInBounds() =>
        Check.Empty("VLAN ranges beyond 1025..4094", [.. Guided.SelectMany(GuidanceJudge.Vlans)]);

    [Then("every guided subnet is well formed and disjoint from the others")]
    public void SubnetsAreWellFormed() =>
        Check.Empty("subnets that are not in order", [.. Guided.SelectMany(GuidanceJudge.WellFormed)]);

    [Then("every preferred subnet lies inside its subnet, clear of exclusions, at an allowed prefix length")]
    public void PreferredSubnetsCanBeHad() =>
        Check.Empty("preferred subnets that cannot be had", [.. Guided.SelectMany(GuidanceJudge.Preferred)]);
}
