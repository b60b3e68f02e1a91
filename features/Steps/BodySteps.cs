using System.Text.Json.Nodes;
using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Features.World;

namespace Harness.Features.Steps;

/// <summary>Bodies of connections that claim what only the target decides, or leave out what they owe.</summary>
[Binding]
public sealed class BodySteps(World.World world, Claims claims)
{
    private const string Disabled = "ADMIN_STATE_DISABLED";
    private const string Enabled = "ADMIN_STATE_ENABLED";

    /// <summary>What a target makes of adminState by itself is seen on a connection that claims nothing.</summary>
    [When("the partner creates the connection on {interconnect} claiming to be verified and of another admin state")]
    public async Task TheConnectionIsCreatedWithClaims(AgreedInterconnect interconnect)
    {
        var plain = AdminState(await Read(world.Other));
        var body = world.The.Body();
        Claim(body, plain);
        world.Placed(world.The, interconnect);
        claims.Made(async () => Compare(plain, await Read(world.The)));
        world.Answers.Keep(await world.Connections.Create(world.The, interconnect, body));
    }

    [When("the partner updates the connection to {size} claiming to be verified and of another admin state")]
    public async Task TheConnectionIsUpdatedWithClaims(SizeMbps size)
    {
        var plain = AdminState(await Read(world.The));
        var body = new JsonObject { ["bandwidthMbps"] = size.Value };
        Claim(body, plain);
        claims.Made(async () => Compare(plain, await Read(world.The)));
        world.Answers.Keep(await world.Partner.UpdateConnection(world.NameOf(world.The), body));
    }

    [When("the partner creates the connection on {interconnect} under another name in the body")]
    public async Task TheConnectionIsCreatedUnderAnotherName(AgreedInterconnect interconnect)
    {
        var body = world.The.Body();
        body["name"] = $"{interconnect.Name.Connection(world.Data.Uuid())}";
        world.Placed(world.The, interconnect);
        world.Answers.Keep(await world.Connections.Create(world.The, interconnect, body));
    }

    [Then("the connection has the name of its path, or the request is refused")]
    public async Task TheNameIsThatOfThePath()
    {
        var answer = world.Answers.Current;
        if (answer.IsRefusal)
            return;
        var name = $"{world.NameOf(world.The)}";
        Check.Equal("name in the answer to CreateConnection", name, answer.Accepted().Text("name"));
        Check.Equal("name of the connection", name, Json.Text(await Read(world.The), "name"));
    }

    [When("the partner creates the connection on {interconnect} without a bandwidth")]
    public async Task TheConnectionIsCreatedWithoutABandwidth(AgreedInterconnect interconnect)
    {
        var body = world.The.Body();
        body.Remove("bandwidthMbps");
        world.Placed(world.The, interconnect);
        world.Answers.Keep(await world.Connections.Create(world.The, interconnect, body));
    }

    [Then("none of the claims is kept")]
    public Task NoClaimIsKept() => claims.CheckNoneIsKept();

    private static void Claim(JsonObject body, string plain)
    {
        body["verificationState"] = States.Verified;
        body["adminState"] = plain == Enabled ? Disabled : Enabled;
    }

    private static void Compare(string plain, JsonObject found)
    {
        Check.Equal(
            "verificationState of a connection that claimed to be verified",
            States.Unverified,
            States.Verification(found));
        Check.Equal("adminState of a connection that claimed another one", plain, AdminState(found));
    }

    private static string AdminState(JsonObject connection) => Json.Text(connection, "adminState") ?? Enabled;

    private async Task<JsonObject> Read(Intent intent) =>
        (await world.Partner.Get(world.NameOf(intent))).Accepted().Object();
}
