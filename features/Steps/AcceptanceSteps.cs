using System.Text.Json.Nodes;
using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Certification.Waiting;
using Harness.Features.World;
using Harness.Simulator.Journaling;

namespace Harness.Features.Steps;

/// <summary>A customer brings the target a key that the partner has issued (KEY-04 to KEY-14).</summary>
[Binding]
public sealed class AcceptanceSteps(World.World world, Acceptances acceptances)
{
    private const string Confirm = "ConfirmActivationKey";
    private const string Gate = "the key's confirmation";
    private bool refused;

    [Given("the partner has issued a key for {size}")]
    public Task AKeyIsIssued(SizeMbps size) => acceptances.Issue(size.Value);

    [Given("every active interconnect has room for less than {size}, and all together for more")]
    public async Task NothingHasEnough(SizeMbps size)
    {
        foreach (var interconnect in world.Place.Active)
            await world.Rooms.FillToLess(interconnect, than: size.Value);
    }

    [Given("the partner holds the target's ConfirmActivationKey at a gate")]
    public void TheConfirmationIsHeld() => world.PartnerSide.Hold(Confirm, Gate);

    [Given("the partner answers ConfirmActivationKey with {unconfirmed}")]
    public void TheKeyIsNotConfirmed(Unconfirmed answer) =>
        world.PartnerSide.Bend(Confirm, world.PartnerSide.Environment, answer.Answer, null);

    [When("the customer brings the key")]
    public Task TheKeyIsBrought() => acceptances.Accept(world.The);

    [When("the customer brings the key, whatever the answer")]
    public Task TheKeyIsTried() => Bring(world.The.EncodedKey);

    [When("the customer brings the key {keyFlaw}")]
    public Task AFlawedKeyIsBrought(KeyFlaw flaw) => Bring(flaw.Of(world.The));

    [When("the customer brings the key with {otherKey}")]
    public Task AnotherKeyIsBrought(OtherKey other) => Bring(other.Of(world.The, world.Data));

    /// <summary>The partner does not give it out again: to the partner it is used.</summary>
    [When("the customer brings the key again, whatever the answer")]
    public Task TheKeyIsBroughtAgain() => acceptances.Bring(world.The);

    [Then("no CreateConnection follows, and the connection stands as before")]
    public async Task NothingComesOfIt()
    {
        await NoProposalFollows();
        (await world.Partner.Get(world.NameOf(world.The))).Accepted();
        var seen = await world.Portal.Look(world.The);
        Check.That(
            "what the customer is shown of the connection whose key was brought again",
            seen is { Failure: null or "" },
            "the connection, without a failure",
            seen is null ? "none" : $"the failure \"{seen.Failure}\"");
    }

    /// <summary>At once, or once it is told: an interface that takes wishes first and checks them later.</summary>
    [Then("the target refuses it")]
    public async Task TheTargetRefuses()
    {
        if (refused)
            return;
        await Wait.UntilAsync(
            "what the portal made of a key that it has to refuse",
            async _ => await world.Portal.Look(world.The) is { } seen ? seen.Failure ?? "no refusal" : "no connection",
            found => found is not "no refusal",
            "a refusal, at once or told as a failure",
            world.Settling,
            world.Scenario.CancellationToken);
    }

    [Then("the target calls neither ConfirmActivationKey nor CreateConnection")]
    public async Task NothingIsCalled()
    {
        await Stays($"the target's calls of {Confirm} after a key that it has to refuse", Confirmations);
        await NoProposalFollows();
    }

    [Then("no CreateConnection follows")]
    public Task NoProposalFollows() =>
        Stays("the target's calls of CreateConnection", () => acceptances.Proposals(world.The));

    [Then("the key as it was issued is accepted, and confirmed with the partner")]
    public async Task TheKeyItselfIsAccepted()
    {
        await acceptances.Accept(world.The);
        await acceptances.WaitForProposals(world.The);
    }

    [Then("the target's ConfirmActivationKey arrives with the key")]
    public async Task TheConfirmationArrives()
    {
        var call = (await world.PartnerSide.WaitAfter(Confirm, world.PartnerSide.Environment, acceptances.Began))[0];
        var key = world.The.Key()!;
        var sent = Sent.Body(call);
        var brought = Json.Text(sent, "encodedKey") is { } encoded
            ? new Intent(world.The.Uuid, world.The.SizeMbps, encoded).Key()
            : sent["key"] as JsonObject;
        Check.That(
            "the key that the target asks about, field by field",
            brought is not null && key.All(field => JsonNode.DeepEquals(field.Value, brought[field.Key])),
            "as the customer brought it",
            brought is null ? "none that can be read" : "another one");
    }

    [Then("once the gate is opened CreateConnection follows with the key")]
    public async Task TheProposalFollows()
    {
        world.PartnerSide.Open(Gate);
        var create = (await acceptances.WaitForProposals(world.The))[0];
        var confirmed = Confirmations().First(call => call.Succeeded);
        Check.That(
            "the order of the target's calls",
            confirmed.HappenedBefore(create),
            "CreateConnection after keyValid=true",
            $"{confirmed}, {create}");
    }

    [Then("the connection stands at neither provider, and the customer has no live one")]
    public async Task NothingIsLeft()
    {
        await acceptances.IsNowhere(world.The);
        await acceptances.GivenUp(
            "what the customer is shown of a connection whose key is not valid",
            async () => await world.Portal.Look(world.The) is { } seen ? seen.Failure ?? "a live connection" : "none",
            found => found != "a live connection",
            "a failure, or none at all");
    }

    [StepArgumentTransformation(KeyFlaw.Words, Name = "keyFlaw")]
    public static KeyFlaw Flaw(string words) => new(words);

    [StepArgumentTransformation(OtherKey.Words, Name = "otherKey")]
    public static OtherKey Other(string words) => new(words);

    [StepArgumentTransformation(Unconfirmed.Words, Name = "unconfirmed")]
    public static Unconfirmed NotConfirmed(string words) => new(words);

    private IReadOnlyList<JournalEntry> Confirmations() =>
        world.PartnerSide.CallsAfter(Confirm, world.PartnerSide.Environment, acceptances.Began);

    // The partner would confirm a flawed key: what the target has to see itself nobody else does.
    private async Task Bring(string encodedKey)
    {
        if (encodedKey.Length > 0)
            world.PartnerSide.Issues(encodedKey);
        refused = !await acceptances.Bring(world.The, encodedKey);
    }

    private Task Stays(string what, Func<IReadOnlyList<JournalEntry>> calls) => Wait.StaysAsync(
        what,
        _ => Task.FromResult(calls().Count),
        count => count == 0,
        "0",
        world.Quiet,
        world.Scenario.CancellationToken);
}
