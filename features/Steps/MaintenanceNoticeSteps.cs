using System.Text.Json.Nodes;
using Harness.Certification.Bindings;
using Harness.Features.World;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Features.Steps;

/// <summary>NotifyMaintenance about the partner's own events, and what the devices allow.</summary>
[Binding]
public sealed class MaintenanceNoticeSteps(World.World world)
{
    private long notified;

    private ChannelName Channel =>
        World.World.Needed(world.Place.A, "active interconnect").Channels[0].Name;

    [Given("the partner has a maintenance of a channel for tomorrow")]
    public async Task ThePartnerHasAMaintenance()
    {
        var window = MaintenanceWindow.Tomorrow(await world.Clock.Now(), world.Scenario.Slot);
        world.Cleanup.Add($"the target's view of the partner's maintenance of {Channel}", Withdraw);
        world.PartnerSide.HasMaintenance(
            Channel,
            new MaintenanceEvent(world.Data.Id("maintenance"), window.Start, window.End));
    }

    [StepDefinition("the partner notifies the target of the maintenance")]
    public async Task TheTargetIsNotified()
    {
        notified = world.PartnerSide.Position;
        world.Answers.Keep(await Notify());
    }

    [StepDefinition("the target reads the channel's events from the partner after the notification")]
    public Task TheTargetReadsTheEvents() =>
        world.PartnerSide.WaitAfter("GetMaintenanceEvents", world.PartnerSide.Own(Channel), notified);

    private Task<Answer> Notify() => world.Partner.Post($"{Channel}/NotifyMaintenance", new JsonObject());

    private async Task Withdraw()
    {
        world.PartnerSide.HasMaintenance(Channel);
        var answer = await Notify();
        if (answer.Status != 200)
            throw new CleanupException($"NotifyMaintenance was answered {answer.Status}");
    }
}
