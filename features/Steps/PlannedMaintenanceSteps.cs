using System.Text.Json.Nodes;
using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Features.World;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Features.Steps;

/// <summary>What the target's operator plans: when it stands, and that it does not meet others' (MNT-04).</summary>
[Binding]
public sealed class PlannedMaintenanceSteps(World.World world, Devices devices)
{
    private const string Read = "GetMaintenanceEvents";
    private (ChannelName One, ChannelName Other)? channels;
    private MaintenanceWindow standing;
    private MaintenanceWindow asked;
    private string? planned;
    private string? moved;
    private bool refused;
    private bool fromPartner;
    private long began;

    [Given("channels of one interconnect on two devices")]
    public async Task OnTwoDevices() => channels = await devices.OfOneInterconnect();

    [Given("channels of two interconnects, the second on another device of the first")]
    public async Task OnSharedDevices() => channels = await devices.AcrossInterconnects();

    [Given("the target has a maintenance of the first channel for tomorrow")]
    public async Task TheTargetHasOne()
    {
        standing = await Tomorrow();
        await world.Portal.ScheduleMaintenance(One, standing);
    }

    [Given("the partner has a maintenance of the first channel for tomorrow, and the target knows")]
    public async Task ThePartnerHasOne()
    {
        standing = await Tomorrow();
        world.Cleanup.Add($"the target's view of the partner's maintenance of {One}", Withdraw);
        world.PartnerSide.HasMaintenance(
            One, new MaintenanceEvent(world.Data.Id("maintenance"), standing.Start, standing.End));
        var before = world.PartnerSide.Position;
        (await Notify()).Accepted();
        await world.PartnerSide.WaitAfter(Read, world.PartnerSide.Own(One), before);
        fromPartner = true;
    }

    [Given("the target has a maintenance of the second channel an hour after it")]
    public async Task TheTargetHasAnother() => moved = await world.Portal.ScheduleMaintenance(
        Other, new MaintenanceOverlap("begins an hour after it").To(standing));

    [When("the operator asks for a maintenance of the second channel that {overlap}")]
    public Task TheOperatorAsks(MaintenanceOverlap overlap) => Ask(overlap.To(standing), emergency: false);

    [When("the operator asks for an emergency maintenance of the second channel that {overlap}")]
    public Task TheOperatorHasToAct(MaintenanceOverlap overlap) => Ask(overlap.To(standing), emergency: true);

    [When("the operator moves that of the second channel so that it {overlap}")]
    public async Task TheOperatorMoves(MaintenanceOverlap overlap)
    {
        asked = new MaintenanceOverlap("begins an hour after it").To(standing);
        refused = !await world.Portal.AskMove(moved!, overlap.To(standing));
    }

    [Then("the maintenance is not established")]
    public async Task ItIsNotEstablished()
    {
        Check.That("the target's answer to the operator", refused, "a refusal", "no refusal");
        Check.Empty(
            $"the target's maintenance events of {Other.Id} that overlap that of {One.Id}",
            [.. (await EventsOf(Other)).Where(IsAtThatTime).Select(Shown)]);
    }

    [Then("the maintenance stays as it was")]
    public Task ItStaysAsItWas() => Lists(moved!);

    [Then("the maintenance is established")]
    public async Task ItIsEstablished()
    {
        Check.That("the target's answer to the operator", !refused, "no refusal", "a refusal");
        await Lists(planned!);
    }

    [Then("the target notifies the partner of the second channel's maintenance")]
    public Task ItIsNotified() => world.PartnerSide.WaitAfter("NotifyMaintenance", world.PartnerSide.Own(Other), began);

    [StepArgumentTransformation(MaintenanceOverlap.All, Name = "overlap")]
    public static MaintenanceOverlap Overlap(string words) => new(words);

    private ChannelName One => Channels.One;

    private ChannelName Other => Channels.Other;

    private (ChannelName One, ChannelName Other) Channels =>
        channels ?? throw new InvalidOperationException("the scenario has picked no channels yet");

    private async Task<MaintenanceWindow> Tomorrow() =>
        MaintenanceWindow.Tomorrow(await world.Clock.Now(), world.Scenario.Slot).AnHourLater;

    private async Task Ask(MaintenanceWindow window, bool emergency)
    {
        asked = window;
        began = world.PartnerSide.Position;
        if (fromPartner && window.Start < standing.End && standing.Start < window.End && !emergency)
            await AskUntilRefused(window);
        else
            planned = await world.Portal.AskMaintenance(Other, window, emergency);
        refused = planned is null;
    }

    // The target has read the partner's event by then; what it makes of the answer may take it a moment.
    private async Task AskUntilRefused(MaintenanceWindow window) => await world.Settle(
        $"the target's answer to an operator who asks for a maintenance of {Other.Id} while the partner has one of "
        + $"{One.Id}, which the target has read",
        async () =>
        {
            if (await world.Portal.AskMaintenance(Other, window) is not { } early)
                return "a refusal";
            await world.Portal.CancelMaintenance(early);
            return "no refusal";
        },
        found => found == "a refusal",
        "a refusal");

    private async Task Lists(string id)
    {
        var found = (await EventsOf(Other)).Where(one => Json.Text(one, "maintenanceId") == id).ToList();
        Check.Equal($"how often the maintenance {id} is among the events of {Other.Id}", 1, found.Count);
        Check.Equal($"startTime of the maintenance {id}", asked.Start, Json.Time(found[0], "startTime"));
        Check.Equal($"endTime of the maintenance {id}", asked.End, Json.Time(found[0], "endTime"));
    }

    private async Task<IReadOnlyList<JsonObject>> EventsOf(ChannelName channel) =>
        (await world.Partner.Get($"{channel}/maintenanceEvents")).Accepted().List("events");

    private bool IsAtThatTime(JsonObject found) =>
        Json.Time(found, "startTime") < standing.End && Json.Time(found, "endTime") > standing.Start;

    private static string Shown(JsonObject found) =>
        $"{Json.Text(found, "maintenanceId")} from {Json.Text(found, "startTime")} to {Json.Text(found, "endTime")}";

    private Task<World.Answer> Notify() => world.Partner.Post($"{One}/NotifyMaintenance", new JsonObject());

    private async Task Withdraw()
    {
        world.PartnerSide.HasMaintenance(One);
        var answer = await Notify();
        if (answer.Status != 200)
            throw new CleanupException($"NotifyMaintenance was answered {answer.Status}");
    }
}
