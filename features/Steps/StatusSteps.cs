using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Features.World;
using Harness.Protocol.Names;
using Harness.Simulator.Behaviours;
using Harness.Simulator.Journaling;

namespace Harness.Features.Steps;

/// <summary>NotifyConnectionStatus, in and out, and what becomes of the connection.</summary>
[Binding]
public sealed class StatusSteps(World.World world)
{
    private const string Notify = "NotifyConnectionStatus";
    private long? notified;
    private int counted;
    private bool acknowledging = true;

    private ConnectionName The => world.NameOf(world.The);

    [Given("a verified connection on {interconnect}")]
    public Task AVerifiedConnection(AgreedInterconnect interconnect) => Verified(world.Place.Sizes[0], interconnect);

    [Given("a verified connection of {size} on {interconnect}")]
    public Task AVerifiedConnectionOf(SizeMbps size, AgreedInterconnect interconnect) =>
        Verified(size.Value, interconnect);

    [StepDefinition("the partner's side is ready and notifies")]
    public Task ThePartnerNotifies() => NotifyTimes(1);

    [StepDefinition("the partner's side is ready and notifies {int} times")]
    public Task ThePartnerNotifiesTimes(int times) => NotifyTimes(times);

    [When("the partner notifies of a connection that never was")]
    public async Task ThePartnerNotifiesOfNothing() => world.Answers.Keep(
        await world.Partner.NotifyConnectionStatus(
            World.World.Needed(world.Place.A, "active interconnect").Name.Connection(world.Data.Uuid())));

    [Given("the partner answers the target's first {int} notifications with {trouble}")]
    public void TheFirstAreAnsweredWith(int count, Trouble trouble) =>
        world.PartnerSide.Bend(Notify, The, trouble.Answer, Occasions.FirstOnes(count));

    [Given("the partner answers every notification of the target with {int}")]
    public void AllAreAnsweredWith(int status)
    {
        acknowledging = false;
        world.PartnerSide.Bend(Notify, The, Simulator.Behaviours.Answer.Reply(status));
    }

    [Then("once the partner acknowledges, the connection becomes VERIFIED")]
    public async Task OnceAcknowledged()
    {
        Check.Equal("whether the partner acknowledges notifications so far", false, acknowledging);
        world.PartnerSide.Bend(Notify, The, Simulator.Behaviours.Answer.Default);
        await world.Becomes(The, States.Verified);
    }

    [Then("the target sends NotifyConnectionStatus")]
    public Task TheTargetNotifies() => world.PartnerSide.WaitFor(Notify, world.The.Uuid);

    [Then("the target sends NotifyConnectionStatus {int} times at least")]
    public Task TheTargetNotifiesTimes(int times) => world.PartnerSide.WaitFor(Notify, world.The.Uuid, times);

    [Then("the third one is acknowledged")]
    public Task TheThirdIsAcknowledged() => world.Settle(
        "the answers to the target's notifications",
        () => Task.FromResult(string.Join(' ', Notifications.Select(call => call.Succeeded ? "200" : "refused"))),
        found => found.StartsWith("refused refused 200", StringComparison.Ordinal),
        "the first two refused and the third one acknowledged");

    /// <summary>All features but one may do: the last one may still be on its way (FEA-14).</summary>
    [Then("all features of the connection but one at most are FINAL by then")]
    public async Task AllFeaturesAreFinal()
    {
        var features = (await world.Partner.List($"{The}/features")).Accepted().List("features");
        Check.That(
            "provisioningState of the features once the target has notified",
            features.Count(feature => States.Provisioning(feature) == States.Final) >= Math.Max(1, features.Count - 1),
            $"all {States.Final}, or all but one",
            string.Join(", ", features.Select(States.Provisioning)));
    }

    [Then("the target has sent no NotifyConnectionStatus")]
    public void TheTargetHasNotNotified() =>
        Check.Empty("the target's notifications", [.. Notifications.Select(call => $"{call}")]);

    [Given("the target's notifications so far are counted")]
    public void NotificationsAreCounted() => counted = Notifications.Count;

    [Then("the target sends NotifyConnectionStatus again")]
    public Task TheTargetNotifiesAgain() => world.PartnerSide.WaitFor(Notify, world.The.Uuid, counted + 1);

    [StepDefinition("the target reads the connection from the partner after the notification")]
    public async Task TheTargetRefreshes()
    {
        var after = notified ?? throw new InvalidOperationException("the partner has not notified yet");
        await world.PartnerSide.WaitAfter("GetConnection", world.PartnerSide.Own(The), after);
    }

    [Then("the connection becomes VERIFIED")]
    public Task ItBecomesVerified() => world.Becomes(The, States.Verified);

    [Then("the connection stays UNVERIFIED")]
    public Task ItStaysUnverified() => world.Stays(The, States.Unverified);

    [Then("the connection stays VERIFIED")]
    public Task ItStaysVerified() => world.Stays(The, States.Verified);

    [StepArgumentTransformation("503|500|a dropped line", Name = "trouble")]
    public static Trouble TroubleOf(string words) => new(words == "a dropped line"
        ? Simulator.Behaviours.Answer.Drop
        : Simulator.Behaviours.Answer.Reply(int.Parse(words)));

    private IReadOnlyList<JournalEntry> Notifications => world.PartnerSide.Calls(Notify, world.The.Uuid);

    private async Task Verified(int sizeMbps, AgreedInterconnect interconnect)
    {
        var intent = await world.Customers.IntendAndConfirm(sizeMbps);
        world.Intents.Add(intent);
        world.Placed(intent, interconnect);
        await world.Rooms.Place(intent, interconnect);
        world.FeaturesOf(The).AddRange(await world.Proposals.CreateAll(The));
        await world.Verify(The);
    }

    private async Task NotifyTimes(int times)
    {
        world.PartnerSide.IsReady(The, world.FeaturesOf(The));
        var answers = new List<World.Answer>();
        for (var i = 0; i < times; i++)
        {
            notified = world.PartnerSide.Position;
            answers.Add(await world.Partner.NotifyConnectionStatus(The));
            Check.Equal("the status of the answer to NotifyConnectionStatus", 200, answers[^1].Status);
        }

        world.Answers.Keep(answers);
    }
}

/// <summary>How the partner fails to acknowledge.</summary>
public sealed record Trouble(Simulator.Behaviours.Answer Answer);
