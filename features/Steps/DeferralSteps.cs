using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Certification.Verdicts;
using Harness.Certification.Waiting;
using Harness.Features.World;
using Harness.Protocol.Names;

namespace Harness.Features.Steps;

/// <summary>The target hands the driving over to the partner (DFR-02 to DFR-04).</summary>
[Binding]
public sealed class DeferralSteps(World.World world, Acceptances acceptances)
{
    private const string Delete = "DeleteConnection";

    // A target need not look for what is overdue at every moment.
    private static readonly TimeSpan Latitude = TimeSpan.FromHours(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private DateTimeOffset earliest;
    private DateTimeOffset latest;

    private ConnectionName The => world.NameOf(world.The);

    private TimeSpan Timeout => world.Place.DeferralTimeout
        ?? throw new InvalidOperationException("the scenario's environment does not defer");

    [Given("an environment in which provisioning is deferred")]
    public void AnEnvironmentThatDefers() => Skip.Unless(
        world.Place.DeferralTimeout is not null,
        "the testbed has no environment in which provisioning is always deferred (defer)");

    [When("the customer brings the key, and the partner takes the connection over")]
    public async Task TheConnectionIsHandedOver()
    {
        earliest = await world.Clock.Now();
        await acceptances.Accept(world.The);
        await acceptances.Placed(world.The);
        // The answer is out; that the target has taken it in is seen from its own side alone.
        latest = await world.Clock.Now();
    }

    [Then("its CreateConnection defers the provisioning")]
    public async Task ItDefers()
    {
        var call = (await acceptances.WaitForProposals(world.The))[0];
        Check.That(
            "deferProvisioning of the target's CreateConnection",
            Json.Flag(Sent.Body(call), "deferProvisioning"),
            "true",
            "not true");
    }

    [Then("the target asks for no guidance and proposes no feature")]
    public Task TheTargetDrivesNothing() => Wait.StaysAsync(
        "the target's calls of GenerateFeatureGuidance and CreateFeature about a connection that it has handed over",
        _ => Task.FromResult(
            world.PartnerSide.Calls("GenerateFeatureGuidance", world.The.Uuid).Count
            + world.PartnerSide.Calls("CreateFeature", world.The.Uuid).Count),
        count => count == 0,
        "0",
        world.Quiet,
        world.Scenario.CancellationToken);

    [Then("the target accepts what the partner proposes, and the connection becomes VERIFIED")]
    public async Task ThePartnerDrives()
    {
        world.FeaturesOf(The).AddRange(await world.Proposals.CreateAll(The));
        await world.Verify(The);
    }

    [When("the clock is one minute short of the deferral's time-out")]
    public Task TheClockIsShort() =>
        world.Clock.Approach(earliest + Timeout - Minute, before: earliest + Timeout);

    [Then("the connection is still there, and the target has not deleted it")]
    public async Task ItIsStillThere()
    {
        await Wait.StaysAsync(
            "the connection before the deferral's time is over",
            async _ => await Seen(),
            found => found == "200, 0 calls of DeleteConnection",
            "200, 0 calls of DeleteConnection",
            world.Quiet,
            world.Scenario.CancellationToken);
        await world.Clock.StillShort();
    }

    [When("the clock is an hour past the deferral's time-out")]
    public Task TheClockIsPast() => world.Clock.Pass(latest + Timeout + Latitude);

    [Then("the target deletes the connection at the partner")]
    public Task ItIsRolledBack() => world.PartnerSide.WaitFor(Delete, world.The.Uuid);

    [Then("the connection stays VERIFIED, and is not deleted")]
    public async Task ItStays()
    {
        await world.Stays(The, States.Verified);
        Check.Equal("the connection after the deferral's time", "200, 0 calls of DeleteConnection", await Seen());
    }

    private async Task<string> Seen() =>
        $"{(await world.Partner.Get(The)).Status}, {world.PartnerSide.Calls(Delete, world.The.Uuid).Count} calls of "
        + Delete;
}
