using System.Text.Json.Nodes;
using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Features.Races;
using Harness.Features.Races.Models;
using Harness.Features.Races.Subjects;
using Harness.Features.World;

namespace Harness.Features.Steps;

/// <summary>UpdateConnection.</summary>
[Binding]
public sealed class UpdateSteps(World.World world, RaceBook races)
{
    /// <summary>Where the target's updates are held.</summary>
    internal const string Gate = "update";

    private IReadOnlyList<int> asked = [];

    [When("the partner updates the connection to {size}")]
    public Task TheConnectionIsUpdated(SizeMbps size) => Update(Body(size.Value));

    [When("the partner updates the connection to {size} with the mask {string}")]
    public Task TheConnectionIsUpdatedWithAMask(SizeMbps size, string mask) => Update(Body(size.Value), mask);

    [When("the partner updates the connection {int} times at one time to {size} and {size} in turn")]
    public async Task TheConnectionIsUpdatedManyTimes(int times, SizeMbps one, SizeMbps other)
    {
        asked = [.. Enumerable.Range(0, times).Select(i => i % 2 == 0 ? one.Value : other.Value)];
        var race = races.Keep(await ConnectionRaces.OfAsync(world, [world.The], [world.PlaceOf(world.The)], asked));
        world.Answers.Keep(await race.TogetherAsync(
            asked.Select(size => new ConnectionInput.Update(0, 0, size))));
        await race.QuietAsync([new ConnectionInput.Read(0, 0)]);
    }

    [Then("the answer is the connection on {interconnect} with {size}")]
    public void TheAnswerIsTheUpdated(AgreedInterconnect interconnect, SizeMbps size)
    {
        Check.Equal("name of the connection", $"{world.The.On(interconnect)}", world.Answers.Current.Text("name"));
        Check.Equal("bandwidthMbps of the answer", size.Value, world.Answers.Current.Number("bandwidthMbps"));
    }

    [Then("the partner reads the connection with {size}")]
    public async Task TheConnectionHas(SizeMbps size)
    {
        var found = (await world.Partner.Get(world.NameOf(world.The))).Accepted();
        Check.Equal("bandwidthMbps of the connection", size.Value, found.Number("bandwidthMbps"));
    }

    [Then("the connection has the bandwidth of one of the accepted updates")]
    public async Task TheConnectionHasAnAcceptedSize()
    {
        var accepted = asked.Where((_, i) => world.Answers.All[i].Status == 200).Distinct().ToList();
        var found = (await world.Partner.Get(world.NameOf(world.The))).Accepted();
        Check.OneOf("bandwidthMbps of the connection", accepted, (int)(found.Number("bandwidthMbps") ?? -1));
    }

    [Given("the partner holds the target's UpdateConnection at a gate")]
    public void TheUpdateIsHeld() => world.PartnerSide.Hold("UpdateConnection", Gate);

    [Given("the customer updates the connection at the portal to {size}")]
    public async Task TheCustomerUpdates(SizeMbps size)
    {
        asked = [size.Value];
        await world.Portal.Update(world.The, size.Value);
    }

    [StepDefinition("the target's UpdateConnection has arrived at the gate")]
    public Task TheUpdateHasArrived() => world.PartnerSide.WaitFor("UpdateConnection", world.The.Uuid);

    [Then("once the gate is opened the customer's update is carried out")]
    public async Task TheCustomersUpdateIsCarriedOut()
    {
        world.PartnerSide.Open(Gate);
        await world.Settle(
            "bandwidthMbps of the connection after the customer's update",
            async () => (await world.Partner.Get(world.NameOf(world.The))).Accepted().Number("bandwidthMbps"),
            found => found == asked[0],
            $"{asked[0]}");
    }

    [Then("the answer shows whether an updated connection is VERIFIED meanwhile")]
    public void TheAnswerShowsWhetherItIsVerified() => world.Scenario.ReportReading(
        "update-verified",
        States.Verification(world.Answers.Current.Object()) == States.Verified
            ? "it stays VERIFIED" : "it is UNVERIFIED");

    private static JsonObject Body(int sizeMbps) => new() { ["bandwidthMbps"] = sizeMbps };

    private async Task Update(JsonObject body, string? mask = null) =>
        world.Answers.Keep(await world.Partner.UpdateConnection(world.NameOf(world.The), body, mask));
}
