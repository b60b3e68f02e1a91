using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Certification.Waiting;
using Harness.Features.World;
using Harness.Protocol.Names;
using Harness.Simulator.Journaling;

namespace Harness.Features.Steps;

/// <summary>The target moves a connection to another interconnect (UPD-09, MIG-04, MIG-09).</summary>
[Binding]
public sealed class ActiveMigrationSteps(World.World world, Acceptances acceptances, ProposedFeatures proposed)
{
    private const string Create = "CreateConnection";
    private const string Delete = "DeleteConnection";
    private const string Gate = "the old connection's delete";
    private long began;
    private int size;
    private AgreedInterconnect? destination;

    private ConnectionName Old => world.NameOf(world.The);

    private ConnectionName New => world.The.On(
        destination ?? throw new InvalidOperationException("the target has not migrated the connection yet"));

    [Given("a verified connection on {interconnect}, which has no room for its increase")]
    public async Task NoRoomForAnIncrease(AgreedInterconnect interconnect)
    {
        var change = await world.Rooms.PlanChange(interconnect);
        var intent = await world.Customers.IntendAndConfirm(change.Smaller);
        world.Intents.Add(intent);
        world.Placed(intent, interconnect);
        await world.Rooms.Place(intent, interconnect);
        world.FeaturesOf(Old).AddRange(await world.Proposals.CreateAll(Old));
        await world.Verify(Old);
        await world.Rooms.FillToLess(interconnect, than: change.Difference);
        size = change.Larger;
    }

    [Given("the partner holds the target's DeleteConnection at a gate")]
    public void TheDeleteIsHeld() => world.PartnerSide.Hold(Delete, Gate);

    [Given("the partner answers CreateConnection on {interconnect} with {int}")]
    public void TheNewSideIsRefused(AgreedInterconnect interconnect, int status) => world.PartnerSide.Bend(
        Create, world.PartnerSide.Own(interconnect.Name), Simulator.Behaviours.Answer.Reply(status), null);

    [When("the customer asks for that increase")]
    public async Task TheCustomerAsks()
    {
        Begin();
        Check.That(
            $"the portal's answer to a customer who wants {size} Mbps, which another interconnect has room for",
            await world.Portal.AskUpdate(world.The, size),
            "no refusal",
            "a refusal");
    }

    [When("the operator moves the connection to {interconnect}")]
    public async Task TheOperatorMoves(AgreedInterconnect interconnect)
    {
        Begin();
        size = world.The.SizeMbps;
        await world.Portal.Migrate(world.The, interconnect);
    }

    [Then("the target proposes the connection with its new size on another interconnect")]
    public async Task ItIsProposedElsewhere()
    {
        var call = await Proposal();
        destination = acceptances.PlaceOf(call);
        Check.NotEqual(
            "the interconnect of the target's CreateConnection",
            world.PlaceOf(world.The).Name.Id,
            destination.Name.Id);
        Check.Equal("bandwidthMbps of the target's CreateConnection", size, Sent.Number(call, "bandwidthMbps"));
    }

    [Then("the target proposes the connection on {interconnect} as well")]
    public async Task ItIsProposedOn(AgreedInterconnect interconnect)
    {
        await ItIsProposedElsewhere();
        Check.Equal(
            "the interconnect that the target moves the connection to", interconnect.Name.Id, destination!.Name.Id);
    }

    [Then("both agree on a feature for every channel there")]
    public Task BothAgree() => proposed.AgreedOn(world.The, destination!);

    [Then("while the new side is not VERIFIED, the old one is, and it is not deleted")]
    public async Task TheOldStays()
    {
        await Wait.StaysAsync(
            "the old connection while the new one is not VERIFIED",
            async _ => await OldSide(),
            found => found == $"{States.Verified}, 0 calls of {Delete}",
            $"{States.Verified}, 0 calls of {Delete}",
            world.Quiet,
            world.Scenario.CancellationToken);
        Check.Equal(
            "verificationState of the new connection, of which the partner has said nothing",
            States.Unverified,
            States.Verification((await world.Partner.Get(New)).Accepted().Object()));
    }

    [Then("once the partner's new side is ready and notifies, the new side is VERIFIED")]
    public async Task TheNewSideIsVerified()
    {
        await proposed.PartnerIsReadyOn(New);
        world.PartnerSide.Verifies(world.PartnerSide.Own(New));
        await world.Becomes(New, States.Verified);
    }

    [Then("the target deletes the old connection, which the new one is VERIFIED without")]
    public async Task TheOldIsDeleted()
    {
        await world.PartnerSide.WaitAfter(Delete, world.PartnerSide.Own(Old), began);
        Check.Equal(
            "verificationState of the new connection when the old one is deleted",
            States.Verified,
            States.Verification((await world.Partner.Get(New)).Accepted().Object()));
        world.PartnerSide.Open(Gate);
        await world.Settle(
            "where the connection stands after the migration",
            Standing,
            found => found == $"{destination!.Name.Id} of the target, {destination.Name.Id} of the partner",
            $"{destination!.Name.Id} of the target, {destination.Name.Id} of the partner");
    }

    [Then("the customer sees the connection with its new size")]
    public async Task TheCustomerSeesTheSize() => await world.Settle(
        "bandwidthMbps of the connection at the portal after the migration",
        async () => (await world.Portal.Look(world.The))?.BandwidthMbps,
        found => found == size,
        $"{size}");

    [Then("the new side is rolled back on both sides")]
    public async Task TheNewSideIsGone()
    {
        await Proposal();
        await acceptances.GivenUp(
            "where the connection stands besides its old place",
            Standing,
            found => found == $"{world.PlaceOf(world.The).Name.Id} of the target, "
                + $"{world.PlaceOf(world.The).Name.Id} of the partner",
            "nowhere else");
    }

    [Then("the old side is as it was, and the target has called nothing about it")]
    public async Task TheOldIsUntouched()
    {
        Check.Equal("the old connection after the migration that came to nothing",
            $"{States.Verified}, 0 calls of {Delete}", await OldSide());
        var states = (await world.Partner.List($"{Old}/features")).Accepted().List("features");
        Check.SameItems(
            "the features of the old connection, all FINAL",
            [.. world.FeaturesOf(Old).Select(feature => $"{feature.Name} {States.Final}")],
            [.. states.Select(found => $"{Json.Text(found, "name")} {States.Provisioning(found)}")]);
        foreach (var operation in (string[])["DeleteFeature", "UpdateConnection", "NotifyConnectionStatus"])
            Check.Empty(
                $"the target's calls of {operation} about the old connection",
                [.. CallsAboutOld(operation).Select(call => $"{call}")]);
    }

    private void Begin()
    {
        acceptances.Tidies(world.The);
        began = world.PartnerSide.Position;
    }

    private IReadOnlyList<JournalEntry> CallsAboutOld(string operation) =>
        world.PartnerSide.CallsAfter(operation, world.PartnerSide.Own(Old), began);

    private async Task<JournalEntry> Proposal() =>
        (await world.PartnerSide.WaitAfter(Create, world.PartnerSide.Environment, began))[0];

    private async Task<string> OldSide()
    {
        var found = await world.Partner.Get(Old);
        return (found.Status == 200 ? States.Verification(found.Object()) : $"status {found.Status}")
            + $", {CallsAboutOld(Delete).Count} calls of {Delete}";
    }

    private async Task<string> Standing()
    {
        var found = await acceptances.Standing(world.The);
        return string.Join(", ", found.OrderByDescending(place => place, StringComparer.Ordinal));
    }
}
