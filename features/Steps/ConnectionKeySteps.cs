using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Features.World;

namespace Harness.Features.Steps;

/// <summary>CreateConnection with a key that does not establish the intent, and on closed interconnects.</summary>
[Binding]
public sealed class ConnectionKeySteps(World.World world)
{
    [When("the partner creates the connection on {interconnect} with {wrongKey}")]
    public async Task TheConnectionIsCreatedWithAWrongKey(AgreedInterconnect interconnect, WrongKey wrong)
    {
        var body = world.The.Body();
        body.Remove("activationKey");
        if (await Make(wrong) is { } key)
            body["activationKey"] = key;
        world.Answers.Keep(await world.Connections.Create(world.The, interconnect, body));
    }

    [When("the partner creates the connection on {interconnect} and defers its provisioning")]
    public async Task TheConnectionIsDeferred(AgreedInterconnect interconnect)
    {
        var body = world.The.Body();
        body["deferProvisioning"] = true;
        world.Placed(world.The, interconnect);
        world.Answers.Keep(await world.Connections.Create(world.The, interconnect, body));
    }

    [Then("the deferral is refused with 400 and nothing is kept, or accepted and driven by the target")]
    public async Task TheDeferralIsRefusedOrDriven()
    {
        var answer = world.Answers.Current;
        Check.OneOf("the status of the answer to the deferred CreateConnection", [200, 400], answer.Status);
        if (answer.Status == 200)
        {
            await world.PartnerSide.WaitFor("GenerateFeatureGuidance", world.The.Uuid);
            return;
        }

        Check.Equal(
            "the status of a GetConnection of the refused deferral",
            404,
            (await world.Partner.Get(world.NameOf(world.The))).Status);
    }

    [Then("the answer shows how an interconnect that takes none refuses")]
    public void TheAnswerShowsHowItRefuses() => world.Scenario.ReportReading(
        "closed-refusal",
        world.Answers.Current.Status == 409 ? "409" : "another 4xx");

    [When("the operator sets {interconnect} to {word}")]
    public async Task TheOperatorSets(AgreedInterconnect interconnect, string state)
    {
        world.Cleanup.Add(
            $"state {state} of {interconnect.Name.Id}",
            () => world.Portal.SetInterconnectState(interconnect, "ACTIVE"));
        await world.Portal.SetInterconnectState(interconnect, state);
    }

    [Then("the partner still reads the connection and its features")]
    public async Task TheConnectionIsStillServed()
    {
        var name = world.NameOf(world.The);
        (await world.Partner.Get(name)).Accepted();
        foreach (var feature in world.FeaturesOf(name))
            (await world.Partner.Get(feature.Name)).Accepted();
        var answer = await world.Partner.GenerateFeatureGuidance(name);
        Check.Equal("the status of GenerateFeatureGuidance on a closed interconnect", 200, answer.Status);
    }

    [Then("the partner can still delete the connection")]
    public async Task TheConnectionCanBeDeleted() =>
        (await world.Connections.Delete(world.The, world.PlaceOf(world.The))).Accepted();

    [StepArgumentTransformation(
        "no key|an empty key|a key that nobody issued|the key of another intent|a key that cannot be decoded",
        Name = "wrongKey")]
    public static WrongKey Wrong(string words) => new(words);

    private async Task<string?> Make(WrongKey wrong)
    {
        switch (wrong.Words)
        {
            case "no key":
                return null;
            case "an empty key":
                return "";
            case "a key that nobody issued":
                var copy = world.The.Key()!;
                copy["destinationAccountId"] = world.Data.Account();
                return Intent.Encode(copy);
            case "the key of another intent":
                return (await world.Customers.IntendAndConfirm(world.The.SizeMbps)).EncodedKey;
            default:
                return "%%% no key %%%";
        }
    }
}

/// <summary>A key that does not establish the customer's intent (CON-06).</summary>
public sealed record WrongKey(string Words);
