using System.Text.Json;
using Harness.Protocol.Json;
using Harness.Protocol.Resources;

namespace Harness.Features.World;

/// <summary>
/// What the partner guides the target to, channel by channel. It starts from what the target guides itself: inside
/// that, the target has something to propose, whoever made it.
/// </summary>
public sealed class PartnersGuidance(World world)
{
    private const string Guide = "GenerateFeatureGuidance";
    private const int MtuStep = 100;

    private readonly Dictionary<(string Interconnect, string Channel), L3BaseGuidance> given = [];

    /// <summary>What the partner has given for a channel of an interconnect; null where nothing was given.</summary>
    public L3BaseGuidance? Given(AgreedInterconnect interconnect, string channel) =>
        given.GetValueOrDefault((interconnect.Name.Id, channel));

    /// <summary>The partner guides as the target does, the same on both sides.</summary>
    public Task Mirror() => Give((_, own) => own);

    /// <summary>
    /// Each channel may have but one VLAN, one subnet, half of a larger one whose other half is excluded, and one MTU:
    /// all of them other ones on every channel.
    /// </summary>
    public Task Narrow() => Give((position, own) =>
    {
        var maker = Maker(own);
        var subnet = maker.Ipv4.AllFree([]).Skip((2 * position) + 2).First();
        var size = Subnets.Size(subnet);
        var first = Subnets.First(subnet) / (2 * size) * (2 * size);
        var both = Subnets.At(first, subnet.PrefixLength - 1, subnet.BaseAddress.AddressFamily);
        var sibling = Subnets.At(
            first == Subnets.First(subnet) ? first + size : first,
            subnet.PrefixLength,
            subnet.BaseAddress.AddressFamily);
        var vlan = maker.Vlans.ElementAt(7 + position);
        var mtu = maker.HighestMtu - position;
        return own with
        {
            // Two, as the source leaves open whether the proposer's own has to lie in them, too.
            AsnRanges = [new AsnRange(maker.TargetAsn + 1 + (2 * position), maker.TargetAsn + 2 + (2 * position))],
            Ipv4SubnetGuidance = [new SubnetGuidance($"{both}", [$"{sibling}"])],
            Ipv4AllowedSubnetPrefixLengths = [subnet.PrefixLength],
            Ipv6SubnetGuidance = null,
            Ipv6AllowedSubnetPrefixLengths = null,
            VlanRanges = [new VlanRange(vlan, vlan)],
            MtuRanges = [new MtuRange(mtu, mtu)],
        };
    });

    /// <summary>The partner's MTUs, so that the highest common one is known.</summary>
    /// <param name="mtus">As the features say it.</param>
    public Task Mtus(MtuChoice mtus) => Give((_, own) => own with
    {
        MtuRanges = mtus.Of(Maker(own).LowestMtu, Maker(own).HighestMtu, MtuStep),
    });

    /// <summary>The highest MTU in bytes that both providers support on a channel.</summary>
    public async Task<int> HighestCommon(AgreedInterconnect interconnect, string channel)
    {
        var own = Maker((await Own(interconnect)).GetValueOrDefault(channel) ?? new L3BaseGuidance());
        return (Given(interconnect, channel)?.MtuRanges ?? [])
            .Select(range => Math.Min(range.Stop ?? own.HighestMtu, own.HighestMtu))
            .Where(mtu => mtu >= own.LowestMtu)
            .DefaultIfEmpty(own.HighestMtu)
            .Max();
    }

    private ProposalMaker Maker(L3BaseGuidance guidance) => new(
        $"{world.Parties.Target}",
        $"{world.Parties.Partner}",
        world.Parties.PartnerAsn,
        new FeatureGuidance(L3BaseGuidance: guidance));

    private async Task Give(Func<int, L3BaseGuidance, L3BaseGuidance> change)
    {
        foreach (var interconnect in world.Place.Active)
        {
            var own = await Own(interconnect);
            var channels = new List<FeatureGuidance>();
            foreach (var (position, channel) in interconnect.Channels.Index())
            {
                var guidance = change(position, own.GetValueOrDefault(channel.Name.Id) ?? new L3BaseGuidance());
                given[(interconnect.Name.Id, channel.Name.Id)] = guidance;
                channels.Add(new FeatureGuidance(
                    FeatureType.L3Base, $"{world.PartnerSide.Own(channel.Name)}", AdminState.Enabled, guidance));
            }

            var body = JsonSerializer.SerializeToNode(
                new GenerateFeatureGuidanceResponse(channels), ProtocolJson.Default.GenerateFeatureGuidanceResponse);
            world.PartnerSide.Bend(
                Guide, world.PartnerSide.Own(interconnect.Name), Simulator.Behaviours.Answer.Reply(200, body), null);
        }
    }

    // Asked for once a run: a connection is made for it, which the scenario's clean-up deletes.
    private async Task<IReadOnlyDictionary<string, L3BaseGuidance>> Own(AgreedInterconnect interconnect)
    {
        if (world.Traits.GuidanceOf(interconnect.Name) is { } known)
            return known;
        if (!world.Portal.Creates)
            return new Dictionary<string, L3BaseGuidance>();
        var intent = await world.Customers.IntendAndConfirm(world.Place.Sizes[0]);
        await world.Rooms.Place(intent, interconnect);
        var answer = (await world.Partner.GenerateFeatureGuidance(intent.On(interconnect))).Accepted();
        (await world.Connections.Delete(intent, interconnect)).Accepted();
        return world.Traits.KeepGuidance(interconnect.Name, Proposals.Read(answer));
    }
}
