using System.Text.Json.Nodes;
using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Features.Races;
using Harness.Features.Races.Models;
using Harness.Features.Races.Subjects;
using Harness.Features.World;

namespace Harness.Features.Steps;

/// <summary>CreateConnection, GetConnection and ListConnections.</summary>
[Binding]
public sealed class ConnectionSteps(World.World world, RaceBook races)
{
    [Given("a/another connection on {interconnect}")]
    public Task AConnection(AgreedInterconnect interconnect) => Establish(world.Place.Sizes[0], interconnect);

    [Given("a connection of {size} on {interconnect}")]
    public Task AConnectionOf(SizeMbps size, AgreedInterconnect interconnect) => Establish(size.Value, interconnect);

    [Given("{int} connections on {interconnect}")]
    public async Task Connections(int count, AgreedInterconnect interconnect)
    {
        for (var i = 0; i < count; i++)
            await Establish(world.Place.Sizes[0], interconnect);
    }

    [StepDefinition("the partner creates the connection on {interconnect}")]
    public Task TheConnectionIsCreated(AgreedInterconnect interconnect) => Create(world.The, interconnect);

    [StepDefinition("the partner creates the other connection on {interconnect}")]
    public Task TheOtherIsCreated(AgreedInterconnect interconnect) => Create(world.Other, interconnect);

    [When("the partner creates the connection on {interconnect} with {size}")]
    public Task TheConnectionIsCreatedWith(AgreedInterconnect interconnect, SizeMbps size) =>
        Create(world.The, interconnect, world.The.Body(size.Value));

    [When("the partner creates the connection on {interconnect} of another environment")]
    public async Task TheConnectionIsCreatedElsewhere(AgreedInterconnect interconnect)
    {
        var elsewhere = Elsewhere(interconnect);
        world.Answers.Keep(await world.Connections.Create(world.The, elsewhere));
    }

    [When("the partner creates all waiting connections on {interconnect} at one time")]
    public async Task AllAreCreated(AgreedInterconnect interconnect)
    {
        var race = races.Keep(await ConnectionRaces.OfAsync(world, world.Intents, [interconnect], []));
        world.Answers.Keep(await race.TogetherAsync(world.Intents.Index().Select(
            it => new ConnectionInput.Create(it.Index, 0, it.Item.SizeMbps))));
    }

    [When("the partner creates the connection on {interconnect} {int} times at one time")]
    public async Task TheConnectionIsCreatedManyTimes(AgreedInterconnect interconnect, int times)
    {
        world.Placed(world.The, interconnect);
        var race = races.Keep(await ConnectionRaces.OfAsync(world, [world.The], [interconnect], []));
        world.Answers.Keep(await race.TogetherAsync(Enumerable.Repeat(
            new ConnectionInput.Create(0, 0, world.The.SizeMbps),
            times)));
    }

    [StepDefinition("the partner reads the connection")]
    public async Task TheConnectionIsRead() =>
        world.Answers.Keep(await world.Partner.Get(world.NameOf(world.The)));

    [Then("the partner reads the connection and finds nothing")]
    public async Task TheConnectionIsGone() => Check.Equal(
        "the status of a GetConnection of the deleted connection",
        404,
        (await world.Partner.Get(world.NameOf(world.The))).Status);

    [StepDefinition("the partner reads the connection and finds it")]
    public async Task TheConnectionIsThere() => (await world.Partner.Get(world.NameOf(world.The))).Accepted();

    [Then("the other connection is still there")]
    public async Task TheOtherIsThere() => (await world.Partner.Get(world.NameOf(world.Other))).Accepted();

    [Then("the answer is the connection on {interconnect}, with its bandwidth and UNVERIFIED")]
    public void TheAnswerIsTheConnection(AgreedInterconnect interconnect)
    {
        var answer = world.Answers.Current;
        Check.Equal("name of the connection", $"{world.The.On(interconnect)}", answer.Text("name"));
        Check.Equal("bandwidthMbps of the connection", world.The.SizeMbps, answer.Number("bandwidthMbps"));
        Check.Equal("verificationState of the connection", States.Unverified, States.Verification(answer.Object()));
    }

    [StepDefinition("the connections of {interconnect} include it once")]
    public async Task TheListIncludesIt(AgreedInterconnect interconnect) => Check.Equal(
        $"how often ListConnections of {interconnect.Name.Id} gives the connection",
        1,
        await TimesListed(interconnect));

    [Then("the connections of {interconnect} do not include it")]
    public async Task TheListDoesNotIncludeIt(AgreedInterconnect interconnect) => Check.Equal(
        $"how often ListConnections of {interconnect.Name.Id} gives the connection",
        0,
        await TimesListed(interconnect));

    [Then("the other environment does not have the connection")]
    public async Task TheOtherEnvironmentDoesNotHaveIt()
    {
        var elsewhere = Elsewhere(World.World.Needed(world.Place.A, "active interconnect"));
        Check.Equal(
            "the status of a GetConnection in the other environment",
            404,
            (await world.Partner.Get(world.The.On(elsewhere))).Status);
    }

    [Then("the connection is accepted on {interconnect} as it should have been")]
    public async Task TheTwinIsAccepted(AgreedInterconnect interconnect) =>
        (await world.Connections.Create(world.The, interconnect)).Accepted();

    [Then("the other connection is accepted on {interconnect}")]
    public async Task TheOtherIsAccepted(AgreedInterconnect interconnect) =>
        (await world.Connections.Create(world.Other, interconnect)).Accepted();

    [Then("the other connection is refused on {interconnect}")]
    public async Task TheOtherIsRefused(AgreedInterconnect interconnect)
    {
        var answer = await world.Connections.Create(world.Other, interconnect);
        Check.That("the status of the other CreateConnection", answer.IsRefusal, "any 4xx", $"{answer.Status}");
    }

    [StepDefinition("the other connection is refused on {interconnect} with {int}")]
    public async Task TheOtherIsRefusedWith(AgreedInterconnect interconnect, int status) => Check.Equal(
        "the status of the other CreateConnection",
        status,
        (await world.Connections.Create(world.Other, interconnect)).Status);

    private async Task Establish(int sizeMbps, AgreedInterconnect interconnect)
    {
        var intent = await world.Customers.IntendAndConfirm(sizeMbps);
        world.Intents.Add(intent);
        world.Placed(intent, interconnect);
        (await world.Connections.Create(intent, interconnect)).Accepted();
    }

    private async Task Create(Intent intent, AgreedInterconnect interconnect, JsonObject? body = null)
    {
        world.Placed(intent, interconnect);
        world.Answers.Keep(await world.Connections.Create(intent, interconnect, body));
    }

    private async Task<int> TimesListed(AgreedInterconnect interconnect) =>
        (await world.Connections.ListNames(interconnect.Name)).Count(name => name == $"{world.The.On(interconnect)}");

    /// <summary>The same interconnect, or one like it, of the spare environment.</summary>
    private AgreedInterconnect Elsewhere(AgreedInterconnect interconnect)
    {
        var spare = World.World.Needed(world.Place.Spare, "second environment");
        return spare.Active.FirstOrDefault(other => other.Name.Id == interconnect.Name.Id)
            ?? World.World.Needed(spare.A, "second environment with an active interconnect");
    }
}
