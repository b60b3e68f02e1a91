using System.Text.Json.Nodes;
using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Features.World;
using Harness.Protocol.Names;

namespace Harness.Features.Steps;

/// <summary>GetMaintenanceEvents of what the target's operator has scheduled.</summary>
[Binding]
public sealed class MaintenanceSteps(World.World world)
{
    private readonly List<(string Id, MaintenanceWindow Window)> events = [];

    [Given("the operator has scheduled a maintenance of a channel for tomorrow")]
    public async Task AMaintenanceIsScheduled() =>
        await Schedule(MaintenanceWindow.Tomorrow(await world.Clock.Now(), world.Scenario.Slot));

    [Given("the operator has scheduled another maintenance of the channel, an hour later")]
    public Task AnotherIsScheduled() => Schedule(events[^1].Window.AnHourLater);

    [Given("the operator has scheduled a maintenance of a channel for soon")]
    public async Task AMaintenanceIsScheduledForSoon() =>
        await Schedule(MaintenanceWindow.Soon(await world.Clock.Now()));

    [When("the clock is {int} second(s) after its start")]
    public Task TheClockIsAfterItsStart(int seconds) =>
        world.Clock.Pass(events[0].Window.Start + TimeSpan.FromSeconds(seconds));

    [When("the operator moves the maintenance by one hour")]
    public async Task TheMaintenanceIsMoved()
    {
        var (id, window) = (events[0].Id, events[0].Window.AnHourLater);
        await world.Portal.ChangeMaintenance(id, window);
        events[0] = (id, window);
    }

    [When("the operator cancels the maintenance")]
    public Task TheMaintenanceIsCancelled() => world.Portal.CancelMaintenance(events[0].Id);

    [When("the partner reads the channel's maintenance events")]
    public Task TheEventsAreRead() => Read(Channel(0));

    [When("the partner reads the maintenance events of another channel")]
    public Task TheEventsOfAnotherAreRead() => Read(Channel(1));

    [Then("the events include it/both with id, start and end")]
    public void TheEventsIncludeThem()
    {
        foreach (var (id, window) in events)
        {
            var found = Listed(id);
            Check.Equal($"how often the maintenance {id} is among the events", 1, found.Count);
            Check.Equal($"startTime of the maintenance {id}", window.Start, Json.Time(found[0], "startTime"));
            Check.Equal($"endTime of the maintenance {id}", window.End, Json.Time(found[0], "endTime"));
        }
    }

    [Then("the events do not include it")]
    public void TheEventsDoNotIncludeIt() =>
        Check.Equal($"how often the maintenance {events[0].Id} is among the events", 0, Listed(events[0].Id).Count);

    private IReadOnlyList<JsonObject> Listed(string id) =>
    [
        .. world.Answers.Current.Accepted().List("events").Where(found => Json.Text(found, "maintenanceId") == id),
    ];

    private ChannelName Channel(int index) =>
        World.World.Needed(world.Place.A, "active interconnect").Channels[index].Name;

    private async Task Read(ChannelName channel) =>
        world.Answers.Keep(await world.Partner.Get($"{channel}/maintenanceEvents"));

    private async Task Schedule(MaintenanceWindow window) => events.Add(
        (await world.Portal.ScheduleMaintenance(Channel(0), window), window));
}
