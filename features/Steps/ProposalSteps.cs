using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Certification.Verdicts;
using Harness.Features.World;
using Harness.Protocol.Names;

namespace Harness.Features.Steps;

/// <summary>CreateFeature with one thing wrong, or at an edge of what is right.</summary>
[Binding]
public sealed class ProposalSteps(World.World world)
{
    private ProposedFeature? good;

    private ConnectionName The => world.NameOf(world.The);

    [StepDefinition("the partner proposes a feature")]
    public async Task AFeatureIsProposed() => await SendGood(await Prepared());

    [When("the partner proposes a feature with {deviation}")]
    public async Task ADeviationIsProposed(DeviationWords deviation)
    {
        await Prepared();
        await Send(new Deviation(good!, world.Parties).With(deviation.Words));
    }

    [When("the partner proposes a feature without {missingField}")]
    public async Task AnIncompleteFeatureIsProposed(MissingField field)
    {
        await Prepared();
        var incomplete = new Deviation(good!, world.Parties).Without(field.Words);
        if (field.Words == "IPv6")
            await SendGood(incomplete);
        else
            await Send(incomplete);
    }

    [When("the partner proposes a feature with VLAN {int}")]
    public async Task AVlanIsProposed(int vlan)
    {
        await Prepared();
        var changed = good!.Copy();
        changed.L3["vlanId"] = vlan;
        await Send(changed);
    }

    [When("the partner proposes a feature that claims to be FINAL")]
    public async Task AClaimIsProposed()
    {
        await Prepared();
        good!.Body["provisioningState"] = States.Final;
        await SendGood(good);
    }

    [When("the partner proposes a feature for {wrongChannel}")]
    public async Task AWrongChannelIsProposed(WrongChannel wrong)
    {
        await Prepared();
        var interconnect = world.PlaceOf(world.The);
        var changed = good!.Copy();
        changed.Body["channel"] = wrong.Words switch
        {
            "a channel that does not exist" => $"{interconnect.Name.Channel(world.Data.Id("no-channel"))}",
            "a channel of interconnect B" =>
                $"{World.World.Needed(world.Place.B, "second active interconnect").Channels[0].Name}",
            _ => "not a channel at all",
        };
        await Send(changed);
    }

    [Given("the guidance allows VLAN {int}")]
    public async Task TheGuidanceAllows(int vlan)
    {
        await Prepared();
        if (!good!.Maker.Vlans.Contains(vlan))
            throw new SkipException($"the guidance does not allow VLAN {vlan}");
    }

    [Then("the feature is accepted as it should have been")]
    public async Task TheTwinIsAccepted() => (await world.Proposals.SendGood(good!)).Accepted();

    [Then("the answer shows whom the ASN ranges bind")]
    public void TheAnswerShowsWhomAsnRangesBind()
    {
        var answer = world.Answers.Current;
        Check.That("the status of the answer", answer.Status == 200
            || answer.IsRefusal, "200 or any 4xx", $"{answer.Status}");
        world.Scenario.ReportReading("asn-ranges", answer.Status == 200 ? "the responder only" : "both providers");
    }

    [StepArgumentTransformation(
        "the (?:target|partner)'s ASN outside the guidance|a VLAN outside the guidance"
        + "|an MTU one (?:above|below) the guidance"
        + "|an IPv[46] subnet(?: one address)? outside the guidance|an excluded IPv[46] subnet"
        + "|an IPv4 prefix one bit (?:shorter|longer) than allowed|an IPv6 prefix length that is not allowed"
        + "|host bits in its IPv[46] subnet|the (?:partner|target)'s IPv[46] host outside its subnet"
        + "|the partner's IPv4 host one address (?:below|above) its subnet|one IPv[46] host for both providers"
        + "|one IPv6 host in two spellings"
        + "|the (?:lowest|highest) (?:MTU|VLAN) of the guidance|the (?:first|last) IPv4 subnet of the guidance",
        Name = "deviation")]
    public static DeviationWords DeviationOf(string words) => new(words);

    [StepArgumentTransformation(
        "channel|featureConfig|l3BaseConfig|ipv4Subnet|a prefix length for ipv4Subnet|mtuBytes|vlanId"
        + "|providerBgpConfigs|the (?:partner|target)'s BGP configuration|an ASN of the (?:partner|target)"
        + "|an IPv4 host of the (?:partner|target)|IPv6",
        Name = "missingField")]
    public static MissingField FieldOf(string words) => new(words);

    [StepArgumentTransformation(
        "a channel that does not exist|a channel of interconnect B|a channel name that is none",
        Name = "wrongChannel")]
    public static WrongChannel ChannelOf(string words) => new(words);

    /// <summary>A good proposal for the first channel that has no feature yet; not sent.</summary>
    private async Task<ProposedFeature> Prepared()
    {
        if (good is not null && world.FeaturesOf(The).All(feature => feature.Name != good.Name))
            return good;
        var makers = await world.Proposals.Guidance(The);
        var free = makers.FirstOrDefault(maker =>
            world.FeaturesOf(The).All(feature => feature.Channel != maker.Channel))
            ?? throw new InvalidOperationException("every channel has a feature already");
        return good = await world.Proposals.Prepare(The, free);
    }

    private async Task SendGood(ProposedFeature feature) => Keep(feature, await world.Proposals.SendGood(feature));

    private async Task Send(ProposedFeature feature) => Keep(feature, await world.Proposals.Send(feature));

    private void Keep(ProposedFeature feature, Answer answer)
    {
        world.Answers.Keep(answer);
        if (answer.Status == 200)
            world.FeaturesOf(The).Add(feature);
    }
}

/// <summary>A way in which a proposal deviates.</summary>
public sealed record DeviationWords(string Words);

/// <summary>A field that a proposal lacks.</summary>
public sealed record MissingField(string Words);

/// <summary>A channel that a proposal must not name.</summary>
public sealed record WrongChannel(string Words);
