using System.Text.Json.Nodes;
using Harness.Certification.Bindings;
using Harness.Features.World;

namespace Harness.Features.Steps;

/// <summary>Calls of any operation with which one thing is wrong, whoever makes them.</summary>
[Binding]
public sealed class CallSteps(World.World world, GoodCalls calls)
{
    [When("the partner calls {word} with {spoiledBody}")]
    public async Task CalledWithASpoiledBody(string operation, SpoiledBodyWords spoiled)
    {
        var call = await Expected(operation);
        var body = SpoiledBody.Make(spoiled.Words, operation, call.Body ?? []);
        world.Answers.Keep(await calls.Send(world.Partner, call, asked => asked.By(world.Partner, body)));
    }

    [When("the partner calls {word} with fields that the schema does not know")]
    public async Task CalledWithUnknownFields(string operation)
    {
        var call = await Expected(operation);
        var body = Json.Copy(call.Body ?? []);
        foreach (var part in Objects(body).ToList())
        {
            part["aFieldOfTomorrow"] = new JsonObject { ["words"] = new JsonArray("one", 2, null, true) };
            part["anotherOfTomorrow"] = "a text";
        }

        world.Answers.Keep(await calls.Send(world.Partner, call with { Body = body }));
    }

    [When("the partner calls {word} without its id")]
    public async Task CalledWithoutItsId(string operation) =>
        world.Answers.Keep(await calls.Send(world.Partner, (await Expected(operation)).WithoutId()));

    [When("the partner calls {word} with an empty id")]
    public async Task CalledWithAnEmptyId(string operation) =>
        world.Answers.Keep(await calls.Send(world.Partner, (await Expected(operation)).WithEmptyId()));

    [When("the partner calls {word} below what never was")]
    public async Task CalledBelowNothing(string operation) =>
        world.Answers.Keep(await calls.Send(world.Partner, (await calls.Make(operation)).OnNothing(world.Data)));

    [When("somebody without authentication calls {word}")]
    public async Task CalledByNobody(string operation) =>
        world.Answers.Keep(await calls.Send(world.Callers.Anonymous, await Expected(operation)));

    [When("somebody with {credentials} calls {word}")]
    public async Task CalledWithCredentials(WrongCredentials wrong, string operation)
    {
        var caller = world.Callers.WithToken(token => Derive(wrong, token));
        world.Answers.Keep(await calls.Send(caller, await Expected(operation)));
    }

    [When("the stranger calls {word}")]
    public async Task CalledByTheStranger(string operation)
    {
        var stranger = world.Callers.NeededStranger();
        world.Answers.Keep(await calls.Send(stranger, await Expected(operation)));
    }

    [StepArgumentTransformation(SpoiledBody.Ways, Name = "spoiledBody")]
    public static SpoiledBodyWords Spoiled(string words) => new(words);

    [StepArgumentTransformation(
        "a token that nobody issued|a token with a letter changed|a token cut short|an empty token",
        Name = "credentials")]
    public static WrongCredentials Credentials(string words) => new(words);

    /// <summary>What has to precede a creation is done, so that nothing but the request is wrong (CON-09).</summary>
    private async Task<OperationCall> Expected(string operation)
    {
        var call = await calls.Make(operation);
        if (operation == "CreateConnection")
            world.Connections.Expect(world.Intents[^1], World.World.Needed(world.Place.A, "active interconnect"));
        return call;
    }

    private string Derive(WrongCredentials wrong, string token) => wrong.Words switch
    {
        "a token that nobody issued" => SpoiledToken.Invented(token, world.Scenario.Random),
        "a token with a letter changed" => SpoiledToken.Altered(token),
        "a token cut short" => SpoiledToken.CutShort(token),
        _ => "",
    };

    private static IEnumerable<JsonObject> Objects(JsonObject body) =>
        body.Select(field => field.Value).OfType<JsonObject>().SelectMany(Objects).Prepend(body);
}

/// <summary>A way in which a body is none of the published ones (COM-05).</summary>
public sealed record SpoiledBodyWords(string Words);

/// <summary>Credentials that prove nothing (SEC-03).</summary>
public sealed record WrongCredentials(string Words);
