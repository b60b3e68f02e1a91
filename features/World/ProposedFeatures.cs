using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Protocol.Names;
using Harness.Simulator.Behaviours;
using Harness.Simulator.Journaling;

namespace Harness.Features.World;

/// <summary>The features that the target proposes for the connection whose key was brought, and their fates.</summary>
public sealed class ProposedFeatures(World world, Acceptances acceptances)
{
    private const string Create = "CreateFeature";

    /// <summary>Every proposal so far, in the order of the calls.</summary>
    public IReadOnlyList<TargetProposal> All =>
        [.. world.PartnerSide.Calls(Create, world.The.Uuid).Select(TargetProposal.Of)];

    /// <summary>The target's calls for guidance so far.</summary>
    public IReadOnlyList<JournalEntry> Guidance =>
        world.PartnerSide.Calls("GenerateFeatureGuidance", world.The.Uuid);

    /// <summary>The partner answers proposals of some channels otherwise: of those that it sees first.</summary>
    /// <param name="channels">How many channels.</param>
    /// <param name="answer">What it does.</param>
    /// <param name="occasions">On which of their proposals; null for all.</param>
    public void Bend(int channels, Simulator.Behaviours.Answer answer, Occasions? occasions = null)
    {
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        world.PartnerSide.Bend(Create, world.PartnerSide.Environment, answer, occasions, IsOfThem);

        bool IsOfThem(string body)
        {
            var channel = ChannelOf(body);
            return chosen.Contains(channel) || (chosen.Count < channels && chosen.Add(channel));
        }
    }

    /// <summary>Waits until the partner has accepted a feature on all channels but some.</summary>
    public async Task Agreed(int without = 0) =>
        await AgreedOn(world.The, await acceptances.Placed(world.The), without);

    /// <summary>Waits until the partner has accepted a feature on all channels of an interconnect but some.</summary>
    public async Task AgreedOn(Intent intent, AgreedInterconnect place, int without = 0)
    {
        var wanted = place.Channels.Count - without;
        await world.Settle(
            $"the channels of {place.Name.Id} on which the partner has accepted a feature",
            () => Task.FromResult(Channels(intent.On(place)).Count),
            count => count >= wanted,
            $"{wanted} at least");
    }

    /// <summary>Has the partner's side provision what it has accepted, and notify of it.</summary>
    public Task PartnerIsReady() => PartnerIsReadyOn(world.NameOf(world.The));

    /// <summary>Has the partner's side provision what it has accepted of a connection, and notify of it.</summary>
    public async Task PartnerIsReadyOn(ConnectionName name)
    {
        world.PartnerSide.Provisions(world.PartnerSide.Own(name));
        (await world.Partner.NotifyConnectionStatus(name)).Accepted();
    }

    /// <summary>The provisioning states of the connection's features at the target.</summary>
    public async Task<IReadOnlyList<string>> Provisioning() =>
    [
        .. (await world.Partner.List($"{world.NameOf(world.The)}/features")).Accepted().List("features")
            .Select(States.Provisioning),
    ];

    private IReadOnlyList<string> Channels(ConnectionName name) =>
    [
        .. world.PartnerSide.FeaturesOf(world.PartnerSide.Own(name))
            .Select(feature => (feature.Channel ?? "").Split('/')[^1])
            .Distinct(),
    ];

    private static string ChannelOf(string body)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject json ? TargetProposal.ChannelOf(json) : "";
        }
        catch (JsonException)
        {
            // What is no JSON names no channel; the partner refuses it.
            return "";
        }
    }
}
