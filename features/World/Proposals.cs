using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Certification.Checks;
using Harness.Protocol.Json;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Features.World;

/// <summary>Makes the partner's proposals and sends them, keeping clear of what others hold.</summary>
/// <param name="partner">Who proposes.</param>
/// <param name="connections">For what stands on an interconnect.</param>
/// <param name="traits">What is known of the target.</param>
/// <param name="parties">The two providers, and the partner's ASN.</param>
/// <param name="random">Chooses VLANs.</param>
public sealed class Proposals(
    Caller partner,
    Connections connections,
    TargetTraits traits,
    Parties parties,
    Random random)
{
    private readonly Dictionary<string, List<(int Vlan, IPNetwork[] Subnets)>> held = [];
    private readonly HashSet<InterconnectName> surveyed = [];
    private int proposed;

    /// <summary>Asks for guidance; a failed check where it is refused or unreadable.</summary>
    public async Task<IReadOnlyList<ProposalMaker>> Guidance(ConnectionName connection)
    {
        var answer = (await partner.GenerateFeatureGuidance(connection)).Accepted();
        return [.. Read(answer).Select(Maker)];
    }

    /// <summary>A proposal of the preferred values and a free VLAN, not sent yet.</summary>
    public async Task<ProposedFeature> Prepare(ConnectionName connection, ProposalMaker maker)
    {
        await Survey(connection);
        var taken = held.GetValueOrDefault(maker.Channel, []);
        var vlans = maker.Vlans.Except(taken.Select(feature => feature.Vlan)).ToList();
        Check.That($"the VLANs free on {maker.Channel}", vlans.Count > 0, "at least one", "none");
        var feature = maker.Preferred(vlans[random.Next(vlans.Count)], [.. taken.SelectMany(feature =>
            feature.Subnets)]);
        return Named(connection, maker, feature);
    }

    /// <summary>The body of a proposal, with subnets as the target was seen to accept them.</summary>
    public JsonObject AsSent(ProposedFeature feature) =>
        Written(feature.Body, traits.Notation ?? SubnetNotation.Address);

    /// <summary>Sends a proposal as it stands.</summary>
    public async Task<Answer> Send(ProposedFeature feature)
    {
        var answer = await partner.CreateFeature(feature.Name, AsSent(feature));
        if (answer.Status == 200)
            Hold(feature);
        return answer;
    }

    /// <summary>
    /// Sends a proposal that the target has to accept. The first one of a run finds out how the target
    /// writes subnets: where one notation is refused, the other is tried.
    /// </summary>
    public async Task<Answer> SendGood(ProposedFeature feature)
    {
        var answer = await Send(feature);
        if (traits.Notation is null && answer.IsRefusal)
        {
            traits.Notation = SubnetNotation.Cidr;
            var other = await Send(feature);
            traits.Notation = other.Status == 200 ? SubnetNotation.Cidr : null;
            return other.Status == 200 ? other : answer;
        }

        traits.Notation ??= answer.Status == 200 ? SubnetNotation.Address : null;
        return answer;
    }

    /// <summary>
    /// Finds out how the target writes subnets where that is not known yet, with a proposal that is deleted again.
    /// </summary>
    public async Task LearnNotation(ProposedFeature feature)
    {
        if (traits.Notation is not null)
            return;
        (await SendGood(feature)).Accepted();
        (await partner.Delete(feature.Name)).Accepted();
        Release(feature);
    }

    /// <summary>A feature on every channel that guidance names, or on the first <paramref name="count"/>.</summary>
    public async Task<IReadOnlyList<ProposedFeature>> CreateAll(ConnectionName connection, int? count = null)
    {
        var makers = await Guidance(connection);
        var features = new List<ProposedFeature>();
        foreach (var maker in makers.Take(count ?? makers.Count))
        {
            var feature = await Prepare(connection, maker);
            (await SendGood(feature)).Accepted();
            features.Add(feature);
        }

        return features;
    }

    /// <summary>The guidance of an answer; a failed check where it is not of the published types.</summary>
    public static IReadOnlyList<FeatureGuidance> Read(Answer answer)
    {
        try
        {
            return answer.Object().Deserialize(ProtocolJson.Default.GenerateFeatureGuidanceResponse)?.FeatureGuidance
                ?? [];
        }
        catch (JsonException wrong)
        {
            throw new CheckFailedException("the guidance", "the published fields and types", wrong.Message);
        }
    }

    /// <summary>Gives back what a deleted feature held.</summary>
    public void Release(ProposedFeature feature) =>
        held.GetValueOrDefault(feature.Channel)?.RemoveAll(other => other.Vlan == feature.Vlan);

    /// <summary>A body with its subnets in the given notation.</summary>
    public static JsonObject Written(JsonObject body, SubnetNotation notation)
    {
        var copy = Json.Copy(body);
        var l3 = Json.Below(Json.Below(copy, "featureConfig"), "l3BaseConfig");
        if (notation == SubnetNotation.Cidr)
            foreach (var field in new[] { "ipv4Subnet", "ipv6Subnet" })
                if (Json.Text(l3, field) is { } address && Json.Number(l3, field + "PrefixLength") is { } length)
                    l3[field] = $"{address}/{length}";
        return copy;
    }

    private ProposalMaker Maker(FeatureGuidance guidance) =>
        new($"{parties.Target}", $"{parties.Partner}", parties.PartnerAsn, guidance);

    private ProposedFeature Named(ConnectionName connection, ProposalMaker maker, Feature feature)
    {
        var name = connection.Feature($"f{++proposed}-{random.Next(0x1000000):x6}");
        var body = (JsonObject)JsonSerializer.SerializeToNode(feature, ProtocolJson.Default.Feature)!;
        return new ProposedFeature(name, body, maker);
    }

    private void Hold(ProposedFeature feature)
    {
        if (!held.TryGetValue(feature.Channel, out var list))
            held[feature.Channel] = list = [];
        list.Add((feature.Vlan, feature.Ipv6 is { } ipv6 ? [feature.Ipv4, ipv6] : [feature.Ipv4]));
    }

    /// <summary>
    /// Learns once what features of others hold on the interconnect: guidance does not filter out used VLANs,
    /// the caller is expected to know them.
    /// </summary>
    private async Task Survey(ConnectionName connection)
    {
        if (!surveyed.Add(connection.Interconnect))
            return;

        var names = (await connections.ListNames(connection.Interconnect)).Where(name => name != $"{connection}");
        foreach (var name in names)
            foreach (var feature in (await partner.List($"{name}/features")).Accepted().List("features"))
                if (HeldBy(feature) is { } other)
                    Hold(other);
    }

    private static ProposedFeature? HeldBy(JsonObject feature)
    {
        var l3 = Json.Below(Json.Below(feature, "featureConfig"), "l3BaseConfig");
        foreach (var field in new[] { "ipv4Subnet", "ipv6Subnet" })
            if (Json.Text(l3, field) is { } written)
                l3[field] = written.Split('/')[0];
        return ResourceName.TryParse<FeatureName>(Json.Text(feature, "name"), out var name)
            && IPAddress.TryParse(Json.Text(l3, "ipv4Subnet"), out _)
                ? new ProposedFeature(name, feature, new ProposalMaker("", "", 0, new FeatureGuidance()))
                : null;
    }
}
