using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Features.World;
using Harness.Protocol.Names;

namespace Harness.Features.Steps;

/// <summary>A connection on two interconnects.</summary>
[Binding]
public sealed class MigrationSteps(World.World world)
{
    private AgreedInterconnect? destination;

    private ConnectionName Migrated => world.The.On(destination
        ?? throw new InvalidOperationException("the scenario has not migrated the connection yet"));

    /// <summary>With the key first; where that is refused, without: the source leaves open which.</summary>
    [StepDefinition("the partner migrates the connection to {interconnect}")]
    public async Task TheConnectionMigrates(AgreedInterconnect interconnect)
    {
        destination = interconnect;
        var answer = await world.Connections.Create(world.The, interconnect);
        if (answer.IsRefusal)
        {
            var body = world.The.Body();
            body.Remove("activationKey");
            answer = await world.Connections.Create(world.The, interconnect, body);
        }

        world.Answers.Keep(answer);
        Check.Equal("the status of the CreateConnection that migrates", 200, answer.Status);
    }

    /// <summary>The same UUID on the third interconnect, without its key, shows which readings are accepted.</summary>
    [Then("the answer shows whether a migration carries the key")]
    public async Task TheAnswerShowsWhetherItCarriesTheKey()
    {
        var name = Migrated;
        (await world.Partner.Delete(name)).Accepted();
        var without = world.The.Body();
        without.Remove("activationKey");
        var bare = await world.Connections.Create(world.The, destination!, without);
        Check.That(
            "the status of a migration without the key",
            bare.Status == 200 || bare.IsRefusal,
            "200 or a refusal",
            $"{bare.Status}");
        world.Scenario.ReportReading(
            "migration-key",
            bare.Status == 200 ? "it need not" : "it has to");
    }

    [StepDefinition("the partner creates a feature of the migrated connection on every channel")]
    public async Task FeaturesOfTheMigrated() =>
        world.FeaturesOf(Migrated).AddRange(await world.Proposals.CreateAll(Migrated));

    [Then("the migrated connection has one feature on every channel of {interconnect}")]
    public async Task TheMigratedHasAllFeatures(AgreedInterconnect interconnect)
    {
        var features = (await world.Partner.List($"{Migrated}/features")).Accepted().List("features");
        Check.SameItems(
            "the channels of the migrated connection's features",
            [.. interconnect.Channels.Select(channel => $"{channel.Name}")],
            [.. features.Select(feature => Json.Text(feature, "channel") ?? "none")]);
    }

    [When("the partner deletes every feature of the migrated connection")]
    public async Task TheMigratedLosesItsFeatures()
    {
        foreach (var feature in world.FeaturesOf(Migrated))
            (await world.Partner.Delete(feature.Name)).Accepted();
    }

    [When("the partner deletes the migrated connection")]
    public async Task TheMigratedIsDeleted() => world.Answers.Keep(await world.Partner.Delete(Migrated));

    [When("the migrated connection becomes VERIFIED")]
    public async Task TheMigratedBecomesVerified()
    {
        await FeaturesOfTheMigrated();
        await world.Verify(Migrated);
    }

    [Then("the connection on {interconnect} is still VERIFIED")]
    public async Task TheOldIsStillVerified(AgreedInterconnect interconnect)
    {
        var old = (await world.Partner.Get(world.The.On(interconnect))).Accepted();
        Check.Equal("verificationState of the old connection", States.Verified, States.Verification(old.Object()));
    }

    [Then("{interconnect} does not have the connection")]
    public async Task TheOldIsGone(AgreedInterconnect interconnect) => Check.Equal(
        "the status of a GetConnection of the old connection",
        404,
        (await world.Partner.Get(world.The.On(interconnect))).Status);

    [Then("the customer sees one connection at the portal")]
    public async Task TheCustomerSeesOne() =>
        Check.Equal("connections of this UUID at the portal", 1, await world.Portal.Count(world.The));

    [Then("the customer still sees one connection when the old one is deleted")]
    public async Task TheCustomerStillSeesOne()
    {
        (await world.Partner.Delete(world.NameOf(world.The))).Accepted();
        await TheCustomerSeesOne();
    }
}
