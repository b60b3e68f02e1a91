using System.Text.Json.Nodes;
using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Features.Races;
using Harness.Features.Races.Models;
using Harness.Features.Races.Recording;
using Harness.Features.Races.Subjects;
using Harness.Features.World;

namespace Harness.Features.Steps;

/// <summary>DeleteConnection.</summary>
[Binding]
public sealed class DeleteSteps(World.World world, RaceBook races)
{
    private IReadOnlyList<ProposedFeature> asked = [];

    [StepDefinition("the partner deletes the connection")]
    public Task TheConnectionIsDeleted() => Delete();

    [StepDefinition("the partner deletes the connection again")]
    public Task TheConnectionIsDeletedAgain() => Delete();

    [When("the partner deletes a connection that never was")]
    public async Task NothingIsDeleted() => world.Answers.Keep(
        await world.Partner.Delete(world.PlaceOf(world.The).Name.Connection(world.Data.Uuid())));

    [When("the partner deletes the connection {int} times at one time")]
    public async Task TheConnectionIsDeletedManyTimes(int times)
    {
        var race = await RaceOfTheAsync();
        world.Answers.Keep(await race.TogetherAsync(
            Enumerable.Repeat(new ConnectionInput.Delete(0, 0), times)));
        await race.QuietAsync([new ConnectionInput.Read(0, 0)]);
    }

    [When("the partner deletes the connection while it creates a feature on every channel")]
    public async Task TheConnectionIsDeletedInANegotiation()
    {
        var name = world.NameOf(world.The);
        var prepared = new List<ProposedFeature>();
        foreach (var maker in await world.Proposals.Guidance(name))
            prepared.Add(await world.Proposals.Prepare(name, maker));
        asked = prepared;
        var race = races.Keep(FeatureRaces.Of(world, [world.The], world.PlaceOf(world.The), asked));
        var requests = asked.Index().Select<(int Index, ProposedFeature), FeatureInput>(
            it => new FeatureInput.Propose(it.Index)).ToList();
        requests.Insert(requests.Count / 2, new FeatureInput.DeleteConnection(0));
        world.Answers.Keep(await race.TogetherAsync(requests));
        await race.QuietAsync([new FeatureInput.ReadConnection(0)]);
    }

    [When("the partner deletes the connection while it notifies of its status")]
    public async Task TheConnectionIsDeletedInANotification()
    {
        asked = world.FeaturesOf(world.NameOf(world.The));
        world.PartnerSide.IsReady(world.NameOf(world.The), asked);
        var race = await RaceOfTheAsync();
        var notify = new ConnectionInput.Notify(0, 0);
        world.Answers.Keep(await race.TogetherAsync([notify, new ConnectionInput.Delete(0, 0), notify]));
        await race.QuietAsync([new ConnectionInput.Read(0, 0)]);
    }

    [Given("every feature of the connection has been read")]
    public async Task EveryFeatureIsRead()
    {
        foreach (var feature in world.FeaturesOf(world.NameOf(world.The)))
            (await world.Partner.Get(feature.Name)).Accepted();
    }

    [Then("none of its features can be read")]
    public async Task NoFeatureCanBeRead()
    {
        foreach (var feature in asked.Concat(world.FeaturesOf(world.NameOf(world.The))).DistinctBy(f => f.Name))
            Check.Equal(
                $"the status of a GetFeature of {feature.Name.Id} after its connection was deleted",
                404,
                (await world.Partner.Get(feature.Name)).Status);
        Check.Equal(
            "the status of a ListFeatures of the deleted connection",
            404,
            (await world.Partner.List($"{world.NameOf(world.The)}/features")).Status);
    }

    [Then("the other connection gets the same VLANs and subnets")]
    public Task TheOtherGetsTheSame() => TakeOver(world.Other, world.FeaturesOf(world.NameOf(world.The)));

    [Then("another connection gets the VLANs and subnets that were asked for")]
    public async Task AnotherGetsThem()
    {
        var interconnect = world.PlaceOf(world.The);
        var intent = await world.Customers.IntendAndConfirm(world.Place.Sizes[0]);
        world.Placed(intent, interconnect);
        await world.Rooms.Place(intent, interconnect);
        await TakeOver(intent, asked);
    }

    [Given("a connection on {interconnect} that is {liveState}")]
    public async Task AConnectionIn(AgreedInterconnect interconnect, LiveState state)
    {
        var intent = await world.Customers.IntendAndConfirm(world.Place.Sizes[0]);
        world.Intents.Add(intent);
        world.Placed(intent, interconnect);
        await world.Rooms.Place(intent, interconnect);
        await Bring(intent.On(interconnect), state);
    }

    [StepArgumentTransformation(
        "just accepted|in the midst of negotiation|being provisioned|verified|being updated",
        Name = "liveState")]
    public static LiveState State(string words) => new(words);

    private async Task<Race<ConnectionState, ConnectionInput, ConnectionAnswer>> RaceOfTheAsync() =>
        races.Keep(await ConnectionRaces.OfAsync(world, [world.The], [world.PlaceOf(world.The)], []));

    private async Task Bring(Protocol.Names.ConnectionName name, LiveState state)
    {
        if (state.Words == "just accepted")
            return;
        if (state.Words == "in the midst of negotiation")
        {
            world.FeaturesOf(name).AddRange(await world.Proposals.CreateAll(name, count: 1));
            return;
        }

        world.FeaturesOf(name).AddRange(await world.Proposals.CreateAll(name));
        if (state.Words == "being provisioned")
            return;
        await world.Verify(name);
        if (state.Words == "being updated")
            (await world.Partner.UpdateConnection(
                name,
                new JsonObject { ["bandwidthMbps"] = world.Place.Sizes[1] })).Accepted();
    }

    private async Task TakeOver(Intent intent, IReadOnlyList<ProposedFeature> features)
    {
        Check.That("the number of features to take over", features.Count > 0, "one at least", "none");
        foreach (var feature in features)
        {
            var own = feature with { Name = intent.On(world.PlaceOf(intent)).Feature(world.Data.Id("again")) };
            (await world.Proposals.SendGood(own)).Accepted();
        }
    }

    private async Task Delete() =>
        world.Answers.Keep(await world.Connections.Delete(world.The, world.PlaceOf(world.The)));
}

/// <summary>A point in the life of a connection (DEL-04).</summary>
public sealed record LiveState(string Words);
