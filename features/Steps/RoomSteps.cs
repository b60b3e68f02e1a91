using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Certification.Verdicts;
using Harness.Features.Races;
using Harness.Features.Races.Models;
using Harness.Features.Races.Subjects;
using Harness.Features.World;

namespace Harness.Features.Steps;

/// <summary>How much room interconnects have.</summary>
[Binding]
public sealed class RoomSteps(World.World world, RaceBook races)
{
    private Change? change;

    [Given("{interconnect} has room for one more connection, and two intents are waiting")]
    public Task RoomForOne(AgreedInterconnect interconnect) => LeaveRoom(interconnect, times: 1, waiting: 2);

    [Given("{interconnect} has room for one more connection, and {int} intents are waiting")]
    public Task RoomForOne(AgreedInterconnect interconnect, int waiting) => LeaveRoom(interconnect, 1, waiting);

    [Given("{interconnect} has room for {int} more connections, and {int} intents are waiting")]
    public Task RoomFor(AgreedInterconnect interconnect, int times, int waiting) =>
        LeaveRoom(interconnect, times, waiting);

    /// <summary>The connection is one that can grow and shrink; another intent takes the difference.</summary>
    [Given("{interconnect} is full, and an intent that fits the difference is waiting")]
    public Task FullAndOneWaiting(AgreedInterconnect interconnect) => Prepare(interconnect, grown: true);

    [Given("{interconnect} is full")]
    public async Task Full(AgreedInterconnect interconnect)
    {
        change = await world.Rooms.PlanChange(interconnect);
        await Establish(change.Smaller, interconnect);
        await world.Rooms.Fill(interconnect, leave: 0);
    }

    [Given("{interconnect} has room for exactly an increase of the connection, and another intent is waiting")]
    public Task RoomForAnIncrease(AgreedInterconnect interconnect) => Prepare(interconnect, grown: false);

    [Given("{interconnect} has room for less than the connection that waits")]
    public async Task RoomForLess(AgreedInterconnect interconnect)
    {
        var planned = await world.Rooms.PlanChange(interconnect);
        world.Intents.Add(await world.Customers.IntendAndConfirm(planned.Larger));
        await world.Rooms.Fill(interconnect, leave: planned.Smaller);
    }

    [Given("{interconnect} has room for less than an increase of the connection")]
    public async Task RoomForLessThanAnIncrease(AgreedInterconnect interconnect)
    {
        change = await world.Rooms.PlanChange(interconnect);
        await Establish(change.Smaller, interconnect);
        await world.Rooms.FillToLess(interconnect, than: change.Difference);
    }

    [When("the partner updates the connection so that {interconnect} is full")]
    public Task TheConnectionGrowsToFill(AgreedInterconnect interconnect) => Update(interconnect, change!.Larger);

    [When("the partner updates the connection to a larger size")]
    public Task TheConnectionGrows() => Update(world.PlaceOf(world.The), change!.Larger);

    [When("the partner updates the connection to a smaller size")]
    public Task TheConnectionShrinks() => Update(world.PlaceOf(world.The), change!.Smaller);

    [When("the partner deletes the connection while it updates it to a smaller size")]
    public async Task TheConnectionIsDeletedInAnUpdate()
    {
        var planned = change!;
        var interconnect = world.PlaceOf(world.The);
        var race = races.Keep(await ConnectionRaces.OfAsync(
            world, [world.The], [interconnect], [planned.Smaller, planned.Larger]));
        world.Answers.Keep(await race.TogetherAsync(
        [
            new ConnectionInput.Update(0, 0, planned.Smaller),
            new ConnectionInput.Delete(0, 0),
            new ConnectionInput.Update(0, 0, planned.Larger),
        ]));
        await race.QuietAsync([new ConnectionInput.Read(0, 0)]);
    }

    [Then("the connections of {interconnect} add up to its maxBandwidthMbps")]
    public async Task TheInterconnectIsFull(AgreedInterconnect interconnect) => Check.Equal(
        $"the bandwidth of all connections on {interconnect.Name.Id}, in Mbps",
        interconnect.MaxBandwidthMbps,
        await world.Connections.Taken(interconnect));

    [Then("{interconnect} has room for exactly what its connections leave")]
    public Task TheRoomIsExact(AgreedInterconnect interconnect) => world.Rooms.CheckExact(interconnect);

    [Then("a third connection of the smallest size is refused on {interconnect} with {int}")]
    public async Task AThirdIsRefused(AgreedInterconnect interconnect, int status)
    {
        var intent = await world.Customers.IntendAndConfirm(world.Place.Sizes[0]);
        Check.Equal(
            "the status of a third CreateConnection",
            status,
            (await world.Connections.Create(intent, interconnect)).Status);
    }

    private static System.Text.Json.Nodes.JsonObject SizeBody(int size) => new() { ["bandwidthMbps"] = size };

    private async Task LeaveRoom(AgreedInterconnect interconnect, int times, int waiting)
    {
        var room = await world.Rooms.Left(interconnect);
        var choice = RoomPlan.LeaveRoom(room, times, world.Place.Sizes)
            ?? throw new SkipException($"no supported size leaves a rest of {room} Mbps that the others fill");
        for (var i = 0; i < waiting; i++)
            world.Intents.Add(await world.Customers.IntendAndConfirm(choice.Size));
        await world.Rooms.Fill(interconnect, leave: choice.Size * times);
    }

    /// <summary>The intents come before the room is taken: the portal may refuse them afterwards (KEY-03).</summary>
    private async Task Prepare(AgreedInterconnect interconnect, bool grown)
    {
        change = await world.Rooms.PlanChange(interconnect);
        await Establish(grown ? change.Larger : change.Smaller, interconnect);
        world.Intents.Add(await world.Customers.IntendAndConfirm(change.Difference));
        await world.Rooms.Fill(interconnect, leave: grown ? 0 : change.Difference);
    }

    private async Task Establish(int sizeMbps, AgreedInterconnect interconnect)
    {
        var intent = await world.Customers.IntendAndConfirm(sizeMbps);
        world.Intents.Add(intent);
        world.Placed(intent, interconnect);
        await world.Rooms.Place(intent, interconnect);
    }

    private async Task Update(AgreedInterconnect interconnect, int sizeMbps) => world.Answers.Keep(
        await world.Partner.UpdateConnection(world.The.On(interconnect), SizeBody(sizeMbps)));
}
