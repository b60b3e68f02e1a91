using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Features.Races;
using Harness.Features.Races.Models;
using Harness.Features.Races.Subjects;
using Harness.Features.World;
using Harness.Protocol.Names;

namespace Harness.Features.Steps;

/// <summary>Proposals that want what another has, or wanted.</summary>
[Binding]
public sealed class RivalSteps(World.World world, RaceBook races)
{
    private ProposedFeature? refused;
    private string contested = "";

    private ConnectionName The => world.NameOf(world.The);

    private ConnectionName Other => world.NameOf(world.Other);

    private ProposedFeature First => world.FeaturesOf(The)[0];

    [When("the partner proposes a feature of the other connection on the same channel with {taken}")]
    public async Task TheOtherWants(Taken taken) => Keep(await Rival(Other, First.Channel, taken));

    [When("the partner proposes a feature of the other connection on another channel with the VLAN of the first")]
    public async Task TheOtherWantsItElsewhere()
    {
        var makers = await world.Proposals.Guidance(Other);
        var maker = makers.First(maker => maker.Channel != First.Channel);
        var feature = await world.Proposals.Prepare(Other, maker);
        feature.L3["vlanId"] = First.Vlan;
        world.Answers.Keep(await world.Proposals.SendGood(feature));
    }

    [When("the partner proposes a further feature on the same channel")]
    public async Task AFurtherOnTheSameChannel()
    {
        var makers = await world.Proposals.Guidance(The);
        Keep(await world.Proposals.Prepare(The, makers.First(maker => maker.Channel == First.Channel)));
        world.Answers.Keep(await world.Proposals.Send(refused!));
    }

    [When("the partner proposes a further feature on another channel with the same id")]
    public async Task AFurtherWithTheSameId()
    {
        var makers = await world.Proposals.Guidance(The);
        var feature = await world.Proposals.Prepare(The, makers.First(maker => maker.Channel != First.Channel));
        world.Answers.Keep(await world.Proposals.Send(feature with { Name = First.Name }));
    }

    [When("the partner proposes one {contested} on one channel for all connections at one time")]
    public async Task AllWantTheSame(Contested what)
    {
        var prepared = new List<ProposedFeature>();
        foreach (var intent in world.Intents)
        {
            var maker = (await world.Proposals.Guidance(world.NameOf(intent)))[0];
            prepared.Add(await world.Proposals.Prepare(world.NameOf(intent), maker));
        }

        contested = prepared[0].Channel;
        var subnets = prepared[0].Maker.Ipv4.AllFree([]).Take(prepared.Count).ToList();
        Check.That("the subnets free on one channel", subnets.Count == prepared.Count, $"{prepared.Count}",
            $"{subnets.Count}");
        var ipv6 = prepared[0].Maker.Ipv6.AllFree([]).Take(prepared.Count).ToList();
        var vlans = prepared[0].Maker.Vlans.Take(prepared.Count).ToList();
        for (var i = 0; i < prepared.Count; i++)
        {
            prepared[i].Move(what.Vlan ? subnets[i] : subnets[0]);
            if (ipv6.Count > i)
                prepared[i].Move(ipv6[i]);
            prepared[i].L3["vlanId"] = what.Vlan ? vlans[0] : vlans[i];
        }

        var race = races.Keep(FeatureRaces.Of(world, world.Intents, world.PlaceOf(world.Intents[0]), prepared));
        world.Answers.Keep(await race.TogetherAsync(
            prepared.Index().Select(it => new FeatureInput.Propose(it.Index))));
        await race.QuietAsync(prepared.Index().Select(it => new FeatureInput.Read(it.Index)));
    }

    [Then("exactly one of the connections has a feature on that channel")]
    public async Task OneHasIt()
    {
        var holders = 0;
        foreach (var intent in world.Intents)
        {
            var list = (await world.Partner.List($"{world.NameOf(intent)}/features")).Accepted().List("features");
            holders += list.Count(feature => Json.Text(feature, "channel") == contested);
        }

        Check.Equal("the number of features on the contested channel", 1, holders);
    }

    [Given("a proposal of the other connection was refused for {refusalReason}")]
    public async Task AProposalWasRefused(RefusalReason reason)
    {
        var makers = await world.Proposals.Guidance(Other);
        refused = await world.Proposals.Prepare(Other, makers.First(maker => maker.Channel == First.Channel));
        var spoiled = reason.Words switch
        {
            "its VLAN" => WithVlan(First.Vlan),
            "its IPv4 subnet" => Moved(First.Ipv4),
            "a missing field" => new Deviation(refused, world.Parties).Without("an ASN of the target"),
            _ => new Deviation(refused, world.Parties).With("an MTU one above the guidance"),
        };
        var answer = await world.Proposals.Send(spoiled);
        Check.That("the status of the proposal that is to be refused", answer.IsRefusal, "any 4xx", $"{answer.Status}");
    }

    /// <summary>Under the same id too: not even the name is held by what was refused.</summary>
    [When("the partner proposes a feature of the other connection with what the refused one asked for")]
    public async Task WhatWasRefusedIsProposed() => world.Answers.Keep(await world.Proposals.SendGood(refused!));

    [StepArgumentTransformation(
        "the VLAN of the first|the IPv4 subnet of the first|the IPv6 subnet of the first"
        + "|an IPv4 subnet around the first",
        Name = "taken")]
    public static Taken TakenOf(string words) => new(words);

    [StepArgumentTransformation("VLAN|IPv4 subnet", Name = "contested")]
    public static Contested ContestedOf(string words) => new(words == "VLAN");

    [StepArgumentTransformation("its VLAN|its IPv4 subnet|a missing field|its MTU", Name = "refusalReason")]
    public static RefusalReason ReasonOf(string words) => new(words);

    private async Task<ProposedFeature> Rival(ConnectionName connection, string channel, Taken taken)
    {
        var makers = await world.Proposals.Guidance(connection);
        var feature = await world.Proposals.Prepare(connection, makers.First(maker => maker.Channel == channel));
        switch (taken.Words)
        {
            case "the VLAN of the first":
                feature.L3["vlanId"] = First.Vlan;
                break;
            case "the IPv4 subnet of the first":
                feature.Move(First.Ipv4);
                break;
            case "an IPv4 subnet around the first":
                feature.Move(First.Maker.Ipv4.Around(First.Ipv4) ?? throw new Certification.Verdicts.SkipException(
                    "the guidance allows no IPv4 subnet that is larger than the one proposed"));
                break;
            default:
                feature.Move(First.Ipv6 ?? throw new Certification.Verdicts.SkipException(
                    "the guidance has no IPv6 subnets"));
                break;
        }

        world.Answers.Keep(await world.Proposals.Send(feature));
        return feature;
    }

    private ProposedFeature WithVlan(int vlan)
    {
        var changed = refused!.Copy();
        changed.L3["vlanId"] = vlan;
        return changed;
    }

    private ProposedFeature Moved(System.Net.IPNetwork subnet)
    {
        var changed = refused!.Copy();
        changed.Move(subnet);
        return changed;
    }

    private void Keep(ProposedFeature feature) => refused = feature;
}

/// <summary>What another feature holds already.</summary>
public sealed record Taken(string Words);

/// <summary>What many want at one time.</summary>
/// <param name="Vlan">A VLAN; otherwise an IPv4 subnet.</param>
public sealed record Contested(bool Vlan);

/// <summary>Why a proposal was refused.</summary>
public sealed record RefusalReason(string Words);
