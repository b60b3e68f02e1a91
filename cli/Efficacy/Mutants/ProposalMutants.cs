using System.Text.Json.Nodes;
using Harness.Cli.Efficacy.Altering;
using Harness.Cli.Local;
using Harness.Reference.Connections;
using Harness.Reference.Negotiations;
using static Harness.Protocol.Operations.PublishedOperations;

namespace Harness.Cli.Efficacy.Mutants;

/// <summary>Features that the reference proposes (FEA-11 to FEA-15).</summary>
internal static class ProposalMutants
{
    public static IEnumerable<Mutant> All =>
    [
        new("first-guidance-for-all", "FEA-11", "the first channel's guidance is taken for that of all",
            Guidance(channels =>
            {
                foreach (var channel in channels)
                    channel["l3BaseGuidance"] = channels[0]["l3BaseGuidance"]?.DeepClone();
            })),
        new("excluded-subnets-overlooked", "FEA-11", "subnets are chosen out of those that guidance excludes",
            Guidance(channels =>
            {
                foreach (var subnet in channels.SelectMany(channel =>
                    (channel["l3BaseGuidance"]?["ipv4SubnetGuidance"] as JsonArray ?? []).OfType<JsonObject>()))
                    if (subnet["excludeSubnets"] is JsonArray { Count: > 0 } excluded)
                        subnet["includeSubnet"] = excluded[0]?.DeepClone();
            }, alsoRemove: "excludeSubnets")),
        new("same-parameters-again", "FEA-12", "after a conflict the same parameters are proposed again",
            Outgoing.Calls(CreateFeature, async call =>
            {
                var answer = await call.ProceedAsync();
                return (int)answer.StatusCode == 409 ? PeerCall.Reply(503) : answer;
            })),
        new("others-disturbed", "FEA-12", "after a conflict on a channel the features of others are deleted",
            Alter.With<Memory>(memory => Outgoing.Calls(CreateFeature, async call =>
            {
                var features = call.Path.Split('?')[0];
                var answer = await call.ProceedAsync();
                if (answer.IsSuccessStatusCode)
                    memory.Keep(features, call.Path.Split("featureId=")[^1].Split('&')[0]);
                else if (memory.Of(features) is { } other)
                    await call.DeleteAsync($"{features}/{other}");
                return answer;
            }))),
        new("lowest-mtu-proposed", "FEA-13", "the lowest common MTU is proposed",
            Alter.Rules(ProposalRules.Mtu with
            {
                Decide = mtus => (int)Math.Max(
                    mtus.Own.Min(range => range.Start), mtus.Peer.Min(range => range.Start)),
            })),
        new("last-mtu-range-only", "FEA-13", "of the peer's MTU ranges only the last one is looked at",
            Alter.Rules(ProposalRules.Mtu with
            {
                Decide = mtus => ProposalRules.Mtu.Decide(mtus with { Peer = [.. mtus.Peer.TakeLast(1)] }),
            })),
        new("two-of-four", "FEA-14", "all features but two are enough to go on to provisioning",
            Enough(counts => counts.Channels - 2)),
        new("three-of-any", "FEA-14", "three features are enough, however many channels there are",
            Enough(_ => 3)),
        new("rolled-back-here-only", "FEA-15", "a negotiation is rolled back here and not at the peer",
            Outgoing.Calls(DeleteConnection, _ => Task.FromResult(PeerCall.Reply(200)))),
    ];

    private static Alteration Enough(Func<FeatureCounts, int> needed) => Alter.Rules(
        StatusRules.ProvisioningStarts with { Decide = counts => counts.Accepted >= needed(counts) },
        NegotiationRules.RollsBack with { Decide = counts => counts.Accepted < needed(counts) },
        NegotiationRules.WaitsForChannels with
        {
            Decide = channels => channels.Open > 0 && channels.Features.Accepted < needed(channels.Features),
        });

    private static Alteration Guidance(Action<List<JsonObject>> edit, string? alsoRemove = null) =>
        Outgoing.Calls(GenerateFeatureGuidance, async call =>
        {
            using var answer = await call.ProceedAsync();
            var text = await answer.Content.ReadAsStringAsync();
            var json = JsonNode.Parse(text);
            edit([.. (json?["featureGuidance"] as JsonArray ?? []).OfType<JsonObject>()]);
            if (alsoRemove is not null && json is not null)
                Remove(json, alsoRemove);
            return PeerCall.Reply((int)answer.StatusCode, json);
        });

    private static void Remove(JsonNode node, string field)
    {
        if (node is JsonObject fields)
            fields.Remove(field);
        IEnumerable<JsonNode?> inner = node switch
        {
            JsonObject some => some.Select(pair => pair.Value),
            JsonArray some => some,
            _ => [],
        };
        foreach (var one in inner.OfType<JsonNode>().ToList())
            Remove(one, field);
    }
}
