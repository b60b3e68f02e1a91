using Harness.Certification.Checks;
using Harness.Features.Races.Models;
using Harness.Features.Races.Subjects;
using Harness.Features.World;

namespace Harness.Features.Races.Workloads;

/// <summary>Proposals for a few VLANs and subnets, their deletes, and the delete of a connection.</summary>
internal sealed class FeaturesCourse : IRaceCourse
{
    private const int Connections = 3;
    private const int Channels = 2;
    private const int Variants = 2;

    public string Name => "features";

    public string Words => "proposals for the same VLANs and subnets, and deletes of features and connections";

    public IReadOnlyList<string> Requirements => ["FEA-07", "FEA-08", "FEA-09", "FEA-10", "DEL-02", "DEL-07", "DFE-01"];

    public async Task<IPreparedRace> PrepareAsync(World.World world, int seed, RaceSize size)
    {
        var interconnect = World.World.Needed(world.Place.A, "active interconnect");
        var intents = new List<Intent>();
        var proposals = new List<ProposedFeature>();
        for (var connection = 0; connection < Connections; connection++)
        {
            intents.Add(await world.Customers.IntendAndConfirm(world.Place.Sizes[0]));
            await world.Rooms.Place(intents[connection], interconnect);
            await ProposeAsync(world, intents[connection].On(interconnect), connection, proposals);
        }

        await world.Proposals.LearnNotation(proposals[0]);
        var race = FeatureRaces.Of(world, intents, interconnect, proposals);
        return new PreparedRace<FeatureState, FeatureInput, StatusAnswer>(
            race,
            race.Describe,
            Dealer.Deal(seed, size, random => Draw(random, proposals.Count)),
            _ => [
                .. proposals.Index().Select(it => new FeatureInput.Read(it.Index)),
                .. intents.Index().Select(it => new FeatureInput.ReadConnection(it.Index)),
            ]);
    }

    // Each variant wants the VLAN of one and the subnet of another, so that no two stand side by side by chance.
    private static async Task ProposeAsync(
        World.World world,
        Protocol.Names.ConnectionName connection,
        int number,
        List<ProposedFeature> proposals)
    {
        foreach (var maker in (await world.Proposals.Guidance(connection)).Take(Channels))
        {
            var subnets = maker.Ipv4.AllFree([]).Take(Variants + Connections).ToList();
            var ipv6 = maker.Ipv6.AllFree([]).Take(Variants + Connections).ToList();
            var vlans = maker.Vlans.Take(Variants + Connections).ToList();
            Check.That("the subnets free on one channel", subnets.Count > Variants, $"{Variants + 1}",
                $"{subnets.Count}");
            for (var variant = 0; variant < Variants; variant++)
            {
                var feature = await world.Proposals.Prepare(connection, maker);
                var other = variant == 0 ? 0 : Variants + number;
                feature.L3["vlanId"] = vlans[variant == 0 ? number % vlans.Count : vlans.Count - 1];
                feature.Move(subnets[Math.Min(other, subnets.Count - 1)]);
                if (ipv6.Count > 0)
                    feature.Move(ipv6[Math.Min(other, ipv6.Count - 1)]);
                proposals.Add(feature);
            }
        }
    }

    private static FeatureInput Draw(Random random, int proposals)
    {
        var proposal = random.Next(proposals);
        return Dealer.Weighted<FeatureInput>(
            random,
            (12, new FeatureInput.Propose(proposal)),
            (3, new FeatureInput.Delete(proposal)),
            (4, new FeatureInput.Read(proposal)),
            (1, new FeatureInput.DeleteConnection(random.Next(Connections))));
    }
}
