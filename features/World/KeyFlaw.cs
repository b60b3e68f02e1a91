using System.Text;
using System.Text.Json.Nodes;

namespace Harness.Features.World;

/// <summary>A key that is none any more (KEY-04).</summary>
/// <param name="Flaw">As the features say it.</param>
public sealed record KeyFlaw(string Flaw)
{
    /// <summary>All of them, as an alternation.</summary>
    public const string Words =
        "cut short|in letters that are no base64|as a text that is no JSON|as a list|without its version"
        + "|without its destinationEnvironmentUri|without its sharedConnectionUuid|without its connectionSizeMbps"
        + "|without its destinationAccountId|with its size in words";

    /// <summary>The key with the flaw, as it is brought.</summary>
    public string Of(Intent intent) => Flaw switch
    {
        "cut short" => intent.EncodedKey[..(intent.EncodedKey.Length / 2)],
        "in letters that are no base64" => $"%{intent.EncodedKey}%",
        "as a text that is no JSON" => Convert.ToBase64String(Encoding.UTF8.GetBytes("no activation key")),
        "as a list" => Intent.Encode(new JsonArray(intent.Key())),
        "with its size in words" => Changed(intent, key => key["connectionSizeMbps"] = "many"),
        _ => Changed(intent, key => key.Remove(Flaw.Split(' ')[^1])),
    };

    private static string Changed(Intent intent, Action<JsonObject> change)
    {
        var key = intent.Key()!;
        change(key);
        return Intent.Encode(key);
    }
}

/// <summary>A key that can be read and that the target has to refuse for what it says (KEY-05 to KEY-07).</summary>
/// <param name="Difference">As the features say it.</param>
public sealed record OtherKey(string Difference)
{
    /// <summary>All of them, as an alternation.</summary>
    public const string Words =
        "an environment that nobody knows|a text that names no environment|a size that nobody supports"
        + "|the account of somebody else";

    /// <summary>The key that says so, as it is brought.</summary>
    public string Of(Intent intent, TestData data)
    {
        var key = intent.Key()!;
        var environment = Json.Text(key, "destinationEnvironmentUri")!;
        (string Field, JsonNode Value) other = Difference switch
        {
            "an environment that nobody knows" => (
                "destinationEnvironmentUri",
                $"{environment[..environment.LastIndexOf('/')]}/{data.Id("no-environment")}"),
            "a text that names no environment" => ("destinationEnvironmentUri", data.Id("nowhere")),
            "a size that nobody supports" => ("connectionSizeMbps", intent.SizeMbps + 1),
            _ => ("destinationAccountId", data.Id("somebody-else")),
        };
        key[other.Field] = other.Value;
        return Intent.Encode(key);
    }
}

/// <summary>What the partner answers that is no keyValid=true.</summary>
/// <param name="How">As the features say it.</param>
public sealed record Unconfirmed(string How)
{
    /// <summary>All of them, as an alternation.</summary>
    public const string Words = "keyValid false|no keyValid|keyValid null|400|404";

    /// <summary>The answer.</summary>
    public Simulator.Behaviours.Answer Answer => How switch
    {
        "keyValid false" => Simulator.Behaviours.Answer.Reply(200, new JsonObject { ["keyValid"] = false }),
        "keyValid null" => Simulator.Behaviours.Answer.Reply(200, new JsonObject { ["keyValid"] = null }),
        "no keyValid" => Simulator.Behaviours.Answer.Reply(200, new JsonObject()),
        _ => Simulator.Behaviours.Answer.Reply(int.Parse(How)),
    };
}
