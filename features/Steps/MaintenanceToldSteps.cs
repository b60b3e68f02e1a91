using System.Text.Json.Nodes;
using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Features.World;
using Harness.Protocol.Names;

namespace Harness.Features.Steps;

/// <summary>
/// The target tells the partner of its maintenance once it can be read (MNT-02). What is told of is another channel
/// than the scenarios of GetMaintenanceEvents use: their last notifications may still be on their way.
/// </summary>
[Binding]
public sealed class MaintenanceToldSteps(World.World world)
{
    private const string Notify = "NotifyMaintenance";
    private const string Gate = "the target's notification of maintenance";
    private MaintenanceWindow window;
    private string? id;
    private long began;

    private ChannelName Channel => World.World.Needed(world.Place.A, "active interconnect").Channels[^1].Name;

    [Given("the target has told of a maintenance of the last channel")]
    public async Task ItHasToldOfOne()
    {
        await ItIsScheduled();
        await Arrives();
    }

    [Given("the partner holds the target's NotifyMaintenance at a gate")]
    public void ItIsHeld() => world.PartnerSide.Hold(Notify, Gate);

    [When("the operator schedules a maintenance of the last channel")]
    public async Task ItIsScheduled()
    {
        window = MaintenanceWindow.Tomorrow(await world.Clock.Now(), world.Scenario.Slot);
        Begin();
        id = await world.Portal.ScheduleMaintenance(Channel, window);
    }

    [When("the operator moves the maintenance of the last channel")]
    public Task ItIsMoved()
    {
        window = window.AnHourLater;
        Begin();
        return world.Portal.ChangeMaintenance(id!, window);
    }

    [When("the operator cancels the maintenance of the last channel")]
    public Task ItIsCancelled()
    {
        Begin();
        return world.Portal.CancelMaintenance(id!);
    }

    [Then("the target's NotifyMaintenance of the last channel arrives")]
    public Task ItArrives() => Arrives();

    [Then("by then the events of the last channel include it with id, start and end")]
    public async Task ItCanBeRead()
    {
        var found = await Events();
        Check.Equal($"how often {id} is among the events when the target's notification arrives", 1, found.Count);
        Check.Equal($"startTime of {id} when the target's notification arrives", window.Start, Time("startTime"));
        Check.Equal($"endTime of {id} when the target's notification arrives", window.End, Time("endTime"));

        DateTimeOffset? Time(string field) => Json.Time(found[0], field);
    }

    [Then("by then the events of the last channel do not include it")]
    public async Task ItCannotBeRead() => Check.Equal(
        $"how often {id}, cancelled, is among the events when the target's notification arrives",
        0,
        (await Events()).Count);

    private void Begin() => began = world.PartnerSide.Position;

    private async Task Arrives() => await world.PartnerSide.WaitAfter(Notify, world.PartnerSide.Own(Channel), began);

    private async Task<IReadOnlyList<JsonObject>> Events() =>
    [
        .. (await world.Partner.Get($"{Channel}/maintenanceEvents")).Accepted().List("events")
            .Where(found => Json.Text(found, "maintenanceId") == id),
    ];
}
