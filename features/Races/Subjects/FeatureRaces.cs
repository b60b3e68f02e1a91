using Harness.Features.Races.Models;
using Harness.Features.Races.Recording;
using Harness.Features.Races.Rig;
using Harness.Features.World;
using Harness.Protocol.Names;

namespace Harness.Features.Races.Subjects;

/// <summary>Races for VLANs and subnets.</summary>
public static class FeatureRaces
{
    /// <summary>A race of proposals for connections of one interconnect, none of which is made yet.</summary>
    /// <param name="world">The scenario's.</param>
    /// <param name="intents">The connections, by number.</param>
    /// <param name="interconnect">Where they stand.</param>
    /// <param name="proposals">What is proposed, by number.</param>
    public static Race<FeatureState, FeatureInput, StatusAnswer> Of(
        World.World world,
        IReadOnlyList<Intent> intents,
        AgreedInterconnect interconnect,
        IReadOnlyList<ProposedFeature> proposals)
    {
        var connections = intents.Select(intent => intent.On(interconnect)).ToList();
        var claims = proposals.Select(one => new Claim(
            connections.IndexOf(one.Name.Connection),
            one.Channel,
            proposals.Index()
                .Where(other => other.Item != one && Excludes(one, other.Item))
                .Aggregate(0UL, (bits, other) => bits | (1UL << other.Index)),
            Words(one, connections.IndexOf(one.Name.Connection)))).ToList();
        return new Race<FeatureState, FeatureInput, StatusAnswer>(
            world.Rig,
            new RaceSubject<FeatureState, FeatureInput, StatusAnswer>(
                new FeatureModel(claims),
                _ => $"{interconnect.Name}",
                input => Request(input, world, proposals, intents, connections),
                (_, answer) => new StatusAnswer(answer.Status),
                answer => !answer.IsDone));
    }

    private static bool Excludes(ProposedFeature one, ProposedFeature other) =>
        one.Name == other.Name
        || (one.Channel == other.Channel
            && (one.Name.Connection == other.Name.Connection
                || one.Vlan == other.Vlan
                || Subnets.Overlap(one.Ipv4, other.Ipv4)
                || (one.Ipv6 is { } mine && other.Ipv6 is { } its && Subnets.Overlap(mine, its))));

    private static string Words(ProposedFeature feature, int connection) =>
        $"VLAN {feature.Vlan} and {feature.Ipv4} on {feature.Channel.Split('/')[^1]} for "
        + $"connection c{connection}";

    private static RaceRequest Request(
        FeatureInput input,
        World.World world,
        IReadOnlyList<ProposedFeature> proposals,
        IReadOnlyList<Intent> intents,
        List<ConnectionName> connections) => input switch
        {
            FeatureInput.Propose(var proposal) => caller =>
                caller.CreateFeature(proposals[proposal].Name, world.Proposals.AsSent(proposals[proposal])),
            FeatureInput.Delete(var proposal) => caller => caller.Delete(proposals[proposal].Name),
            FeatureInput.Read(var proposal) => caller => caller.Get(proposals[proposal].Name),
            FeatureInput.DeleteConnection(var connection) => async caller =>
            {
                var answer = await caller.Delete(connections[connection]);
                intents[connection].Ended |= answer.Status == 200;
                return answer;
            },
            FeatureInput.ReadConnection(var connection) => caller => caller.Get(connections[connection]),
            _ => throw new ArgumentOutOfRangeException(nameof(input)),
        };
}
