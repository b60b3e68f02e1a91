using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Certification.Waiting;
using Harness.Features.World;
using Harness.Protocol.Names;
using Harness.Simulator.Journaling;

namespace Harness.Features.Steps;

/// <summary>A customer of the target changes the bandwidth, and the partner is asked (UPD-06, UPD-07).</summary>
[Binding]
public sealed class CustomerUpdateSteps(World.World world)
{
    private const string Update = "UpdateConnection";
    private const string Notify = "NotifyConnectionStatus";
    private Change? change;
    private long began;
    private int expected;

    private ConnectionName The => world.NameOf(world.The);

    [Given("a verified connection on {interconnect} that has room for exactly its increase, and another intent waits")]
    public async Task RoomForAnIncrease(AgreedInterconnect interconnect)
    {
        var planned = await Establish(interconnect, change => change.Smaller);
        await AnotherWaits(planned);
        await world.Rooms.Fill(interconnect, leave: planned.Difference);
    }

    [Given("a verified connection that can shrink on {interconnect}, which is full, and another intent waits")]
    public async Task FullWithALargeOne(AgreedInterconnect interconnect)
    {
        var planned = await Establish(interconnect, change => change.Larger);
        await AnotherWaits(planned);
        await world.Rooms.Fill(interconnect, leave: 0);
    }

    [Given("the partner answers the target's UpdateConnection with {int}")]
    public void TheUpdateIsRefused(int status) =>
        world.PartnerSide.Bend(Update, The, Simulator.Behaviours.Answer.Reply(status));

    [When("the customer asks for the larger/smaller size")]
    public Task TheCustomerAsks()
    {
        var planned = Planned;
        return Ask(world.The.SizeMbps == planned.Smaller ? planned.Larger : planned.Smaller);
    }

    [When("the customer asks for {size}")]
    public Task TheCustomerAsksFor(SizeMbps size) => Ask(size.Value);

    [Then("the target asks the partner for that size")]
    public async Task TheTargetAsks()
    {
        var asked = (await world.PartnerSide.WaitAfter(Update, world.PartnerSide.Own(The), began))[0];
        Check.Equal("bandwidthMbps of the target's UpdateConnection", expected, Sent.Number(asked, "bandwidthMbps"));
    }

    /// <summary>A portal that tells how far an update is, says so; at another the partner's own is refused.</summary>
    [Then("the target has recorded the update meanwhile")]
    public async Task TheUpdateIsRecorded()
    {
        var seen = await world.Portal.Look(world.The);
        if (seen?.UpdateState is { } state)
        {
            Check.Equal("updateState at the portal while the partner has not answered", "IN_PROGRESS", state);
            return;
        }

        var rival = await world.Partner.UpdateConnection(The, new() { ["bandwidthMbps"] = world.Place.Sizes[^1] });
        Check.Equal("the status of the partner's own UpdateConnection while it has not answered", 409, rival.Status);
    }

    [Then("its network stays as it was")]
    public async Task TheNetworkIsUntouched()
    {
        await Wait.StaysAsync(
            "provisioningState of the features since the customer asked",
            async _ => await Provisioning(),
            states => states.All(state => state == States.Final),
            $"all {States.Final}",
            world.Quiet,
            world.Scenario.CancellationToken);
        Check.Empty(
            "the target's notifications since then, which a change of its network brings (PRO-06, UPD-08)",
            [.. Notifications.Select(call => $"{call}")]);
    }

    [Then("once the gate is opened the network follows the partner's answer")]
    public async Task TheNetworkFollows()
    {
        var asked = world.PartnerSide.CallsAfter(Update, world.PartnerSide.Own(The), began)[0];
        world.PartnerSide.Open(UpdateSteps.Gate);
        await Reaches(expected);
        await world.PartnerSide.WaitAfter(Notify, world.PartnerSide.Own(The), asked.Began);
        await world.Becomes(The, States.Verified);
    }

    [Then("the connection keeps its bandwidth, at the portal too")]
    public async Task TheBandwidthIsKept()
    {
        // The answer has gone out; what the target makes of it may take a moment.
        await world.Settle(
            "updateState at the portal after the partner's refusal",
            async () => (await world.Portal.Look(world.The))?.UpdateState ?? "not told",
            state => state != "IN_PROGRESS",
            "no longer IN_PROGRESS");
        Check.Equal("bandwidthMbps of the connection", world.The.SizeMbps, await Bandwidth());
        Check.Equal(
            "bandwidthMbps of the connection at the portal",
            world.The.SizeMbps,
            (int?)(await world.Portal.Look(world.The))?.BandwidthMbps);
    }

    [Then("the other connection finds the room that is left on {interconnect}")]
    public async Task TheOtherFindsRoom(AgreedInterconnect interconnect) => await world.Settle(
        "the status of the other CreateConnection, for which there is room again",
        async () => (await world.Connections.Create(world.Other, interconnect)).Status,
        status => status == 200,
        "200");

    [Then("the other connection still finds no room on {interconnect}")]
    public async Task TheOtherFindsNoRoom(AgreedInterconnect interconnect) => Check.Equal(
        "the status of the other CreateConnection, for which there never was room",
        409,
        (await world.Connections.Create(world.Other, interconnect)).Status);

    [Then("once the partner agrees, the same wish is carried out")]
    public async Task TheWishIsCarriedOut()
    {
        world.PartnerSide.Bend(Update, The, Simulator.Behaviours.Answer.Default);
        await Ask(expected);
        await Reaches(expected);
    }

    private IReadOnlyList<JournalEntry> Notifications =>
        world.PartnerSide.CallsAfter(Notify, world.PartnerSide.Own(The), began);

    private Change Planned => change ?? throw new InvalidOperationException("no change of the connection is planned");

    private async Task<Change> Establish(AgreedInterconnect interconnect, Func<Change, int> size)
    {
        change = await world.Rooms.PlanChange(interconnect);
        var intent = await world.Customers.IntendAndConfirm(size(change));
        world.Intents.Add(intent);
        world.Placed(intent, interconnect);
        await world.Rooms.Place(intent, interconnect);
        world.FeaturesOf(The).AddRange(await world.Proposals.CreateAll(The));
        await world.Verify(The);
        return change;
    }

    private async Task AnotherWaits(Change planned) =>
        world.Intents.Add(await world.Customers.IntendAndConfirm(planned.Difference));

    private async Task Ask(int sizeMbps)
    {
        expected = sizeMbps;
        began = world.PartnerSide.Position;
        Check.That(
            $"the portal's answer to a customer who wants {sizeMbps} Mbps of a verified connection",
            await world.Portal.AskUpdate(world.The, sizeMbps),
            "no refusal",
            "a refusal");
    }

    private async Task<long?> Bandwidth() => (await world.Partner.Get(The)).Accepted().Number("bandwidthMbps");

    private async Task Reaches(int sizeMbps) => await world.Settle(
        "bandwidthMbps of the connection after the partner agreed",
        Bandwidth,
        found => found == sizeMbps,
        $"{sizeMbps}");

    private async Task<IReadOnlyList<string>> Provisioning() =>
    [
        .. (await world.Partner.List($"{The}/features")).Accepted().List("features").Select(States.Provisioning),
    ];
}
