using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Certification.Verdicts;
using Harness.Features.World;
using Harness.Simulator.Behaviours;
using Harness.Simulator.Journaling;

namespace Harness.Features.Steps;

/// <summary>The target proposes a connection to the partner (CON-09 to CON-12, CON-16).</summary>
[Binding]
public sealed class NegotiationSteps(World.World world, Acceptances acceptances)
{
    private const string Create = "CreateConnection";
    private const string Gate = "the target's connection";

    [Given("{interconnect} has the most bandwidth left, and the most connections")]
    public Task ItHasTheMostLeft(AgreedInterconnect interconnect) => world.Rooms.LeaveMostOn(interconnect);

    [Given("every active interconnect has less room than those that take no connections")]
    public async Task TheOthersHaveMoreRoom()
    {
        foreach (var interconnect in world.Place.Active)
            await world.Rooms.Place(await world.Customers.IntendAndConfirm(world.Place.Sizes[0]), interconnect);
    }

    [Given("the partner holds the target's CreateConnection at a gate")]
    public void TheProposalIsHeld() => world.PartnerSide.Hold(Create, Gate);

    [Given("the partner answers the target's first {int} calls of CreateConnection with {int}")]
    public void TheFirstAreRefused(int count, int status)
    {
        Skip.Unless(
            status != 409 || world.Place.Active.Count() > count,
            $"the testbed has no {count + 1} active interconnects");
        Bend(Simulator.Behaviours.Answer.Reply(status), Occasions.FirstOnes(count));
    }

    [Given("the partner drops the target's first {int} calls of CreateConnection")]
    public void TheFirstAreDropped(int count) => Bend(Simulator.Behaviours.Answer.Drop, Occasions.FirstOnes(count));

    [Given("the partner answers every CreateConnection of the target with {int}")]
    public void AllAreRefused(int status) => Bend(Simulator.Behaviours.Answer.Reply(status), null);

    [Given("the partner takes connections on {interconnect} only")]
    public void OneTakesConnections(AgreedInterconnect interconnect)
    {
        foreach (var other in world.Place.Active.Where(other => other != interconnect))
            world.PartnerSide.Bend(
                Create, world.PartnerSide.Own(other.Name), Simulator.Behaviours.Answer.Reply(409), null);
    }

    [Then("the target proposes the connection on {interconnect}")]
    public async Task ItIsProposedOn(AgreedInterconnect interconnect) => Check.Equal(
        "the interconnect that the target proposes, the one with the most available bandwidth",
        interconnect.Name.Id,
        acceptances.PlaceOf((await acceptances.WaitForProposals(world.The))[0]).Name.Id);

    [Then("the target proposes the connection on an active interconnect")]
    public async Task ItIsProposedOnAnActiveOne() => Check.Equal(
        "the state of the interconnect that the target proposes",
        Protocol.Resources.InterconnectState.Active,
        acceptances.PlaceOf((await acceptances.WaitForProposals(world.The))[0]).State);

    [Then("the target's CreateConnection arrives")]
    public Task TheProposalArrives() => acceptances.WaitForProposals(world.The);

    [Then("by then the target has the connection there, UNVERIFIED, with its bandwidth taken")]
    public async Task ItIsThereLocally()
    {
        var place = acceptances.PlaceOf(acceptances.Proposals(world.The)[0]);
        var found = await world.Partner.Get(world.The.On(place));
        Check.Equal(
            "the status of a GetConnection at the target while its CreateConnection waits at the partner",
            200,
            found.Status);
        Check.Equal("verificationState of that connection", States.Unverified, States.Verification(found.Object()));
        Check.Equal("bandwidthMbps of that connection", world.The.SizeMbps, found.Number("bandwidthMbps"));
        Check.Equal(
            "how often ListConnections of the interconnect gives it",
            1,
            (await world.Connections.ListNames(place.Name)).Count(name => name == $"{world.The.On(place)}"));
    }

    [Then("once the gate is opened the target asks for guidance")]
    public async Task TheNegotiationGoesOn()
    {
        world.PartnerSide.Open(Gate);
        await world.PartnerSide.WaitFor("GenerateFeatureGuidance", world.The.Uuid);
    }

    [Then("the target proposes the connection {int} times, each time on another interconnect")]
    public async Task EachOnAnother(int times)
    {
        var proposals = await acceptances.WaitForProposals(world.The, times);
        var places = proposals.Take(times).Select(call => acceptances.PlaceOf(call).Name.Id).ToList();
        Check.Equal(
            $"how many interconnects the target's first {times} proposals name: {string.Join(", ", places)}",
            times,
            places.Distinct().Count());
    }

    [Then("the target proposes the connection {int} times at least")]
    public async Task ItIsProposedTimes(int times) => await acceptances.WaitForProposals(world.The, times);

    [Then("the connection is placed at both providers, and nowhere else")]
    public async Task ItIsPlaced()
    {
        var place = await acceptances.Placed(world.The);
        foreach (var other in world.Place.Active.Where(other => other != place))
            await world.Settle(
                $"the status of a GetConnection on {other.Name.Id}, where the connection was refused",
                async () => (await world.Partner.Get(world.The.On(other))).Status,
                status => status == 404,
                "404");
        (await world.Partner.Get(world.The.On(place))).Accepted();
    }

    [Then("before each further proposal it has refreshed environment and interconnects")]
    public void ItHasRefreshed()
    {
        var proposals = acceptances.Proposals(world.The);
        foreach (var (one, next) in proposals.Zip(proposals.Skip(1)))
            foreach (var (what, operations) in Refreshing)
                Check.That(
                    $"the target's reads of {what} between two of its proposals",
                    operations.Any(operation => world.PartnerSide.Reads(operation, one.Began, next.Began)),
                    string.Join(" or ", operations),
                    "none");
    }

    /// <summary>
    /// A target may add chance to its waits: that they grow is all that is asked. Sums are compared, for a single time
    /// may be long or short because the machine paused.
    /// </summary>
    [Then("the time between its proposals has grown")]
    public void TheWaitsHaveGrown()
    {
        var gaps = Gaps(acceptances.Proposals(world.The));
        var half = gaps.Count / 2;
        var (early, late) = (gaps.Take(half).Sum(gap => gap.Ticks), gaps.TakeLast(half).Sum(gap => gap.Ticks));
        Check.That(
            "the times between the target's proposals",
            late >= 2 * early && gaps.All(gap => gap <= TimeSpan.FromSeconds(60)),
            "those of the later half twice those of the earlier at least, and none of more than 60 s",
            string.Join(", ", gaps.Select(gap => $"{gap.TotalMilliseconds:0} ms")));
    }

    [Then("the customer is told that the connection could not be made")]
    public Task TheCustomerIsTold() => acceptances.IsTold(world.The);

    [Then("the connection stands at neither provider")]
    public Task ItStandsNowhere() => acceptances.IsNowhere(world.The);

    private static readonly IReadOnlyList<(string What, string[] Operations)> Refreshing =
    [
        ("the environment", ["GetEnvironment", "ListEnvironments"]),
        ("the interconnects", ["ListInterconnects", "GetInterconnect"]),
    ];

    private static IReadOnlyList<TimeSpan> Gaps(IReadOnlyList<JournalEntry> calls) =>
        [.. calls.Zip(calls.Skip(1), (one, next) => next.At - one.At)];

    private void Bend(Simulator.Behaviours.Answer answer, Occasions? occasions) =>
        world.PartnerSide.Bend(Create, world.PartnerSide.Environment, answer, occasions);
}
