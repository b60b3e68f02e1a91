using System.Net;
using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Certification.Waiting;
using Harness.Features.World;
using Harness.Protocol.Resources;
using Harness.Simulator.Behaviours;

namespace Harness.Features.Steps;

/// <summary>The target proposes a feature for every channel (FEA-11 to FEA-15).</summary>
[Binding]
public sealed class FeatureNegotiationSteps(
    World.World world, Acceptances acceptances, PartnersGuidance guidance, ProposedFeatures proposed)
{
    private const string Notify = "NotifyConnectionStatus";
    private const string Gate = "the target's proposals";
    private int left;

    [Given("the partner guides as the target does")]
    public Task ThePartnerGuides() => guidance.Mirror();

    [Given("the partner guides each channel to values of its own")]
    public Task ThePartnerGuidesNarrowly() => guidance.Narrow();

    [Given("the partner supports {mtus}")]
    public Task ThePartnerSupports(MtuChoice mtus) => guidance.Mtus(mtus);

    [Given("the partner refuses the first {int} proposal(s) of one channel with 409")]
    public void TheFirstAreRefused(int count) =>
        proposed.Bend(1, Simulator.Behaviours.Answer.Reply(409), Occasions.FirstOnes(count));

    [Given("the partner refuses every proposal of {int} channel(s) with 409")]
    public void AllAreRefused(int channels)
    {
        left = channels;
        proposed.Bend(channels, Simulator.Behaviours.Answer.Reply(409));
    }

    [Given("the partner holds the proposals of {int} channels at a gate")]
    public void SomeAreHeld(int channels)
    {
        left = channels;
        proposed.Bend(channels, world.PartnerSide.HoldingAt(Gate));
    }

    [Given("the target has agreed with the partner on every channel")]
    public async Task EverythingIsAgreed()
    {
        await guidance.Mirror();
        await acceptances.Accept(await acceptances.Issue(world.Place.Sizes[0]));
        await proposed.Agreed();
    }

    [StepDefinition("the target and the partner agree on a feature for every channel")]
    public Task AllAgree() => proposed.Agreed();

    [Then("the target and the partner agree on the other channels")]
    public Task TheOthersAgree() => proposed.Agreed(left);

    [Then("there was one proposal for every channel")]
    public void OnePerChannel() => Check.SameItems(
        "the channels that the target has proposed a feature for",
        [.. world.PlaceOf(world.The).Channels.Select(channel => channel.Name.Id)],
        [.. proposed.All.Select(feature => feature.Channel)]);

    [Then("the target had asked for guidance before each proposal")]
    public void GuidanceCameFirst()
    {
        foreach (var feature in proposed.All)
            Check.That(
                $"guidance that the target has before its proposal for {feature.Channel}",
                proposed.Guidance.Any(asked => asked.Succeeded && asked.HappenedBefore(feature.Call)),
                "asked for and answered",
                "none");
    }

    [Then("each proposal lies inside the guidance of its channel")]
    public void EachIsInside()
    {
        foreach (var feature in proposed.All)
        {
            feature.CheckReadable();
            if (guidance.Given(world.PlaceOf(world.The), feature.Channel) is { } given)
                CheckInside(feature, given);
        }
    }

    [Then("each proposal has the highest MTU that both support")]
    public async Task EachHasTheHighestMtu()
    {
        foreach (var feature in proposed.All)
            Check.Equal(
                $"mtuBytes of the target's proposal for {feature.Channel}",
                await guidance.HighestCommon(world.PlaceOf(world.The), feature.Channel),
                feature.Mtu);
    }

    [Then("that channel began again with guidance each time, and with other parameters")]
    public void ThatChannelBeganAgain()
    {
        var refused = proposed.All.First(feature => feature.Call.Status == 409).Channel;
        var tries = proposed.All.Where(feature => feature.Channel == refused).ToList();
        Check.Equal(
            $"how many different parameters the target's {tries.Count} proposals for {refused} have: "
            + string.Join("; ", tries.Select(feature => feature.Parameters)),
            tries.Count,
            tries.Select(feature => feature.Parameters).Distinct().Count());
        foreach (var (one, next) in tries.Zip(tries.Skip(1)))
            Check.That(
                $"guidance between two proposals of the target for {refused}",
                proposed.Guidance.Any(asked => one.Call.HappenedBefore(asked) && asked.HappenedBefore(next.Call)),
                "asked for and answered again",
                "none");
    }

    [Then("the other channels had one proposal each, and kept it")]
    public void TheOthersAreUndisturbed()
    {
        var refused = proposed.All.First(feature => feature.Call.Status == 409).Channel;
        var others = proposed.All.Where(feature => feature.Channel != refused).ToList();
        Check.Equal(
            "how many proposals the target has made for channels of which none was refused",
            world.PlaceOf(world.The).Channels.Count - 1,
            others.Count);
        Check.Empty(
            "the target's calls of DeleteFeature for them",
            [
                .. world.PartnerSide.Calls("DeleteFeature", world.The.Uuid)
                    .Where(call => others.Any(other => other.Call.Resource?.Id == call.Resource?.Id))
                    .Select(call => $"{call}"),
            ]);
    }

    [Then("the target provisions nothing and notifies of nothing")]
    public Task NothingIsProvisioned() => Wait.StaysAsync(
        "features FINAL at the target, and its notifications, before enough of them are agreed",
        async _ => (await proposed.Provisioning()).Count(state => state == States.Final)
            + world.PartnerSide.Calls(Notify, world.The.Uuid).Count,
        count => count == 0,
        "0",
        world.Quiet,
        world.Scenario.CancellationToken);

    [Then("the target has notified of nothing")]
    public void NothingIsNotified() => Check.Empty(
        "the target's notifications of a connection that came to nothing",
        [.. world.PartnerSide.Calls(Notify, world.The.Uuid).Select(call => $"{call}")]);

    [Then("the target provisions the features and notifies")]
    public async Task ItIsProvisioned()
    {
        var place = await acceptances.Placed(world.The);
        await world.PartnerSide.WaitFor(Notify, world.The.Uuid);
        await world.Settle(
            "provisioningState of the connection's features at the target",
            proposed.Provisioning,
            states => states.Count(state => state == States.Final) >= place.Channels.Count - Math.Max(1, left),
            "FINAL, all but one at most");
    }

    [StepDefinition("once the partner's side is ready too and notifies, the connection becomes VERIFIED")]
    public async Task ItBecomesVerified()
    {
        await proposed.PartnerIsReady();
        await world.Becomes(world.NameOf(world.The), States.Verified);
    }

    [When("the partner's side of it is ready and notifies")]
    public Task ThePartnerIsReady() => proposed.PartnerIsReady();

    [Given("the partner answers every notification of the target's with {int} so far")]
    public void NotificationsAreRefused(int status) => world.PartnerSide.Bend(
        Notify, world.PartnerSide.Environment, Simulator.Behaviours.Answer.Reply(status), null);

    [Then("once the partner acknowledges the target's notifications, the connection becomes VERIFIED")]
    public async Task OnceAcknowledged()
    {
        world.PartnerSide.Bend(
            Notify, world.PartnerSide.Environment, Simulator.Behaviours.Answer.Default, null);
        await world.Becomes(world.NameOf(world.The), States.Verified);
    }

    [Then("once the gate of the proposals is opened they agree on all channels")]
    public async Task TheGateIsOpened()
    {
        world.PartnerSide.Open(Gate);
        await proposed.Agreed();
        left = 0;
    }

    [StepArgumentTransformation(MtuChoice.All, Name = "mtus")]
    public static MtuChoice Mtus(string words) => new(words);

    private void CheckInside(TargetProposal feature, L3BaseGuidance given)
    {
        var asn = feature.Asns.TryGetValue($"{world.Parties.Partner}", out var found) ? found : (long?)null;
        Check.That(
            $"the partner's ASN in the target's proposal for {feature.Channel}",
            given.AsnRanges is not { Count: > 0 } asns
                || asns.Any(range => range.Start <= asn && asn <= range.Stop),
            $"inside {Shown.All(given.AsnRanges ?? [])}",
            $"{asn}");
        Check.That(
            $"vlanId of the target's proposal for {feature.Channel}",
            given.VlanRanges is not { Count: > 0 } vlans
                || vlans.Any(range => range.Start <= feature.Vlan && feature.Vlan <= range.Stop),
            $"inside {Shown.All(given.VlanRanges ?? [])}",
            $"{feature.Vlan}");
        Check.That(
            $"mtuBytes of the target's proposal for {feature.Channel}",
            given.MtuRanges is not { Count: > 0 } mtus
                || mtus.Any(range => range.Start <= feature.Mtu && feature.Mtu <= range.Stop),
            $"inside {Shown.All(given.MtuRanges ?? [])}",
            $"{feature.Mtu}");
        CheckSubnet(feature, GuidedSubnets.Ipv4(given), feature.Ipv4!.Value);
    }

    private static void CheckSubnet(TargetProposal feature, GuidedSubnets given, IPNetwork subnet)
    {
        Check.OneOf(
            $"ipv4SubnetPrefixLength of the target's proposal for {feature.Channel}", given.Lengths.ToList(),
            subnet.PrefixLength);
        Check.That(
            $"ipv4Subnet of the target's proposal for {feature.Channel}",
            given.Pools.Any(pool => Subnets.Contains(pool.Include, subnet)
                && !pool.Exclude.Any(excluded => Subnets.Overlap(excluded, subnet))),
            $"inside {Shown.All(given.Pools.Select(pool => pool.Include))}, outside "
            + Shown.All(given.Pools.SelectMany(pool => pool.Exclude)),
            $"{subnet}");
    }
}
