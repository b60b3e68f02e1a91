using System.Text.Json.Nodes;
using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Features.World;

namespace Harness.Features.Steps;

/// <summary>What the customer does at the portal.</summary>
[Binding]
public sealed class IntentSteps(World.World world)
{
    private PortalAnswer? answer;
    private PortalWish? wish;

    [Given("a/another customer intent")]
    public Task AnIntent() => Intend(world.Place.Sizes[0]);

    [Given("a/another customer intent for {size}")]
    public async Task AnIntentFor(SizeMbps size) => world.Intents.Add(await world.Customers.Intend(size.Value));

    [Given("a/another confirmed customer intent")]
    public Task AConfirmedIntent() => IntendAndConfirm(world.Place.Sizes[0]);

    [Given("a/another confirmed customer intent for {size}")]
    public Task AConfirmedIntentFor(SizeMbps size) => IntendAndConfirm(size.Value);

    [When("the customer creates a connection at the portal")]
    public async Task TheCustomerCreatesAConnection()
    {
        wish = world.Portal.Wish(world.Place.Sizes[0]);
        answer = await world.Portal.Create(wish);
        if (answer.Intent is { } intent)
            world.Intents.Add(intent);
    }

    [When("the customer creates a connection at the portal with {portalDefect}")]
    public async Task TheCustomerCreatesADefectiveConnection(PortalDefect defect)
    {
        wish = world.Portal.Wish(world.Place.Sizes[0]);
        answer = await world.Portal.Create(world.Portal.Defective(wish, defect));
    }

    [StepDefinition("the customer deletes the connection at the portal")]
    public async Task TheCustomerDeletes() =>
        Check.That(
            "the portal's answer to the customer's delete",
            await world.Portal.Delete(world.The),
            "it done",
            "it refused");

    [Then("the portal refuses it")]
    public void ThePortalRefuses() => Check.That(
        "the portal's answer to the customer",
        answer is { Accepted: false },
        "a refusal",
        "an activation key");

    [Then("the customer's twin without that defect is given a key")]
    public async Task TheTwinIsGivenAKey() => Check.That(
        "the portal's answer to the same wish without the defect",
        (await world.Portal.Create(wish!)).Accepted,
        "an activation key",
        "a refusal");

    [Then("the key is base64 of a JSON object")]
    public void TheKeyDecodes() =>
        Check.That("the activation key", world.The.Key() is not null, "base64 of a JSON object", "something else");

    [Then("the key carries every field that it has to")]
    public void TheKeyIsComplete()
    {
        var key = world.The.Key()!;
        foreach (var field in new[] { "destinationEnvironmentUri", "sharedConnectionUuid", "destinationAccountId" })
            Check.That($"{field} of the key", Json.Text(key, field) is { Length: > 0 }, "a text", "none");
        foreach (var field in new[] { "version", "connectionSizeMbps" })
            Check.That($"{field} of the key", Json.Number(key, field) is not null, "a number", "none");
    }

    [Then("the key says what the customer chose")]
    public void TheKeySaysWhatTheCustomerChose()
    {
        var key = world.The.Key()!;
        var environment = Json.Text(key, "destinationEnvironmentUri") ?? "";
        var readings = new[] { world.Parties.Partner, world.Parties.Target }
            .ToDictionary(provider => $"{provider.Environment(world.Place.Environment.Id)}", provider => provider);
        Check.OneOf("destinationEnvironmentUri of the key", readings.Keys, environment);
        world.Scenario.ReportReading(
            "environment-uri",
            readings[environment] == world.Parties.Partner ? "the destination's" : "the creating provider's");
        Check.Equal("connectionSizeMbps of the key", wish!.BandwidthMbps, Json.Number(key, "connectionSizeMbps"));
        Check.Equal("destinationAccountId of the key", wish.RemoteAccountId, Json.Text(key, "destinationAccountId"));
        Check.Equal("sharedConnectionUuid of the key", world.The.Uuid, Json.Text(key, "sharedConnectionUuid"));
    }

    [Then("the two keys differ in their sharedConnectionUuid")]
    public void TheKeysDiffer() => Check.NotEqual(
        "sharedConnectionUuid of the second key",
        UuidOf(world.The.Key()!),
        UuidOf(world.Other.Key()!));

    [Then("the target has made no call about the connection")]
    public void NoCallWasMade() => Check.Empty(
        "the target's calls about the connection",
        world.PartnerSide.CallsAbout(world.The.Uuid));

    [Given("every active interconnect is full")]
    public async Task EveryInterconnectIsFull()
    {
        foreach (var interconnect in world.Place.Active)
            await world.Rooms.Fill(interconnect, leave: 0);
    }

    private static string? UuidOf(JsonObject key) => Json.Text(key, "sharedConnectionUuid");

    private async Task Intend(int sizeMbps) => world.Intents.Add(await world.Customers.Intend(sizeMbps));

    private async Task IntendAndConfirm(int sizeMbps) =>
        world.Intents.Add(await world.Customers.IntendAndConfirm(sizeMbps));
}
