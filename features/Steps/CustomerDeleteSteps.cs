using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Certification.Waiting;
using Harness.Features.World;
using Harness.Protocol.Names;
using Harness.Simulator.Behaviours;
using Harness.Simulator.Journaling;

namespace Harness.Features.Steps;

/// <summary>A customer of the target deletes a connection, and the partner is told (DEL-05).</summary>
[Binding]
public sealed class CustomerDeleteSteps(World.World world)
{
    private const string Delete = "DeleteConnection";
    private long began;
    private int unanswered;

    private ConnectionName Own => world.PartnerSide.Own(world.NameOf(world.The));

    private IReadOnlyList<JournalEntry> Calls => world.PartnerSide.CallsAfter(Delete, Own, began);

    [Given("the partner answers the target's first {int} calls of DeleteConnection with {trouble}")]
    public void TheFirstAreAnsweredWith(int count, Trouble trouble)
    {
        unanswered = count;
        world.PartnerSide.Bend(Delete, world.NameOf(world.The), trouble.Answer, Occasions.FirstOnes(count));
    }

    [Given("the other connection on {interconnect} belongs to another customer")]
    public async Task AnotherConnection(AgreedInterconnect interconnect)
    {
        var intent = await world.Customers.IntendAndConfirm(world.Place.Sizes[0]);
        world.Intents.Add(intent);
        world.Placed(intent, interconnect);
        await world.Rooms.Place(intent, interconnect);
    }

    [When("the customer deletes the connection")]
    public async Task TheCustomerDeletes()
    {
        began = world.PartnerSide.Position;
        Check.That(
            "the portal's answer to a customer who deletes a connection",
            await world.Portal.Delete(world.The),
            "no refusal",
            "a refusal");
    }

    [Then("the target calls DeleteConnection until it is acknowledged")]
    public async Task TheTargetRepeats()
    {
        await world.PartnerSide.WaitAfter(Delete, Own, began, unanswered + 1);
        await world.Settle(
            "the partner's answers to the target's DeleteConnection",
            () => Task.FromResult(Calls.Count(call => call.Succeeded)),
            acknowledged => acknowledged > 0,
            "one acknowledged");
    }

    [Then("it calls DeleteConnection no more")]
    public Task TheTargetStops() => Wait.StaysAsync(
        "the target's calls of DeleteConnection beyond the one that the partner acknowledged",
        _ => Task.FromResult(Calls.SkipWhile(call => !call.Succeeded).Skip(1).Count()),
        more => more == 0,
        "0",
        world.Quiet,
        world.Scenario.CancellationToken);

    [Then("neither provider has the connection any more")]
    public async Task NobodyHasIt()
    {
        await world.Settle(
            "the status of a GetConnection at the target after its customer's delete",
            async () => (await world.Partner.Get(world.NameOf(world.The))).Status,
            status => status == 404,
            "404");
        Check.Equal("whether the partner still has the connection", false, world.PartnerSide.Has(Own));
    }

    [Then("the target has not called DeleteConnection about the other connection")]
    public void TheOtherIsLeftAlone() => Check.Empty(
        "the target's calls of DeleteConnection about another customer's connection",
        [.. world.PartnerSide.Calls(Delete, world.Other.Uuid).Select(call => $"{call}")]);
}
