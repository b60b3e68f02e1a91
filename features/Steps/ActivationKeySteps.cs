using System.Text;
using System.Text.Json.Nodes;
using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Features.World;

namespace Harness.Features.Steps;

/// <summary>ConfirmActivationKey.</summary>
[Binding]
public sealed class ActivationKeySteps(World.World world)
{
    [When("the partner confirms the key")]
    public async Task TheKeyIsConfirmed() => world.Answers.Keep(await world.Customers.Confirm(world.The.EncodedKey));

    [When("the partner confirms the key as an object")]
    public async Task TheKeyIsConfirmedAsAnObject() => await Confirm(new JsonObject { ["key"] = world.The.Key() });

    [When("the partner confirms a copy of the key with another {word}")]
    public async Task ACopyIsConfirmed(string field)
    {
        var key = world.The.Key()!;
        key[field] = field switch
        {
            "version" => Json.Number(key, field) + 1,
            "connectionSizeMbps" => world.Place.Sizes.First(size => size != world.The.SizeMbps),
            "sharedConnectionUuid" => world.Data.Uuid(),
            "destinationEnvironmentUri" => $"{Json.Text(key, field)}-other",
            _ => world.Data.Account(),
        };
        world.Answers.Keep(await world.Customers.Confirm(Intent.Encode(key)));
    }

    [When("the partner confirms the key in another environment")]
    public async Task TheKeyIsConfirmedElsewhere()
    {
        var other = World.World.Needed(world.Place.Spare, "second environment");
        world.Answers.Keep(await world.Partner.ConfirmActivationKey(
            other.Environment,
            new JsonObject { ["encodedKey"] = world.The.EncodedKey }));
    }

    [When("the partner confirms a key that is {garbageKey}")]
    public async Task GarbageIsConfirmed(GarbageKey garbage) =>
        world.Answers.Keep(await world.Customers.Confirm(Spoil(garbage)));

    [When("the partner confirms no key at all")]
    public async Task NoKeyIsConfirmed() => await Confirm([]);

    [Then("the key is valid")]
    public void TheKeyIsValid()
    {
        var answer = world.Answers.Current.Accepted();
        Check.That("keyValid", Customers.IsValid(answer), "true", "not true");
    }

    /// <summary>A refusal says no just as well: of its codes none is normative here.</summary>
    [Then("the key is not valid")]
    public void TheKeyIsNotValid()
    {
        var answer = world.Answers.Current;
        Check.That(
            "the answer to ConfirmActivationKey",
            !Customers.IsValid(answer) && (answer.Status == 200 || answer.IsRefusal),
            "keyValid=false, or a refusal",
            answer.Status == 200 ? "keyValid=true" : $"{answer.Status}");
    }

    [Then("the key as issued is still valid")]
    public async Task TheKeyAsIssuedIsStillValid() => Check.That(
        "keyValid of the key as issued",
        Customers.IsValid(await world.Customers.Confirm(world.The.EncodedKey)),
        "true",
        "not true");

    [Then("the answer shows when a key counts as used")]
    public void TheAnswerShowsWhenAKeyIsUsed()
    {
        var valid = Customers.IsValid(world.Answers.Current);
        if (!valid)
            TheKeyIsNotValid();
        world.Scenario.ReportReading(
            "key-used",
            valid ? "at the CreateConnection that carries it" : "at its confirmation");
    }

    [StepArgumentTransformation(
        "empty|not base64|base64 of no JSON|base64 of a JSON array|the key cut in half"
        + "|the key without a field|very long",
        Name = "garbageKey")]
    public static GarbageKey Garbage(string words) => new(words);

    private async Task Confirm(JsonObject body) =>
        world.Answers.Keep(await world.Partner.ConfirmActivationKey(world.Place.Environment, body));

    private string Spoil(GarbageKey garbage)
    {
        var encoded = world.The.EncodedKey;
        switch (garbage.Words)
        {
            case "empty":
                return "";
            case "not base64":
                return "%%% this is not base64 %%%";
            case "base64 of no JSON":
                return Convert.ToBase64String(Encoding.UTF8.GetBytes("no JSON at all"));
            case "base64 of a JSON array":
                return Convert.ToBase64String("[1,2,3]"u8);
            case "the key cut in half":
                return encoded[..(encoded.Length / 2)];
            case "the key without a field":
                var key = world.The.Key()!;
                key.Remove("sharedConnectionUuid");
                return Intent.Encode(key);
            default:
                return new string('A', 100_000);
        }
    }
}

/// <summary>A way in which a key is no key.</summary>
public sealed record GarbageKey(string Words);
