using System.Text.Json.Nodes;
using Harness.Certification.Checks;

namespace Harness.Features.World;

/// <summary>Makes customer intents that have to succeed, and establishes them with the target.</summary>
public sealed class Customers(Portal portal, Caller partner, Place place)
{
    /// <summary>An intent of the given size; a failed check where the portal refuses it.</summary>
    public async Task<Intent> Intend(int sizeMbps)
    {
        var answer = await portal.Create(portal.Wish(sizeMbps));
        Check.That(
            $"the portal's answer to a customer who wants {sizeMbps} Mbps",
            answer.Accepted,
            "an activation key",
            "a refusal");
        return answer.Intent!;
    }

    /// <summary>An intent whose key the partner has confirmed, so that a connection may follow (KEY-09).</summary>
    public async Task<Intent> IntendAndConfirm(int sizeMbps)
    {
        var intent = await Intend(sizeMbps);
        var answer = (await Confirm(intent.EncodedKey)).Accepted();
        Check.That("keyValid of the key as issued", IsValid(answer), "true", "not true");
        return intent;
    }

    /// <summary>Asks about a key, as base64.</summary>
    public Task<Answer> Confirm(string encodedKey) =>
        partner.ConfirmActivationKey(place.Environment, new JsonObject { ["encodedKey"] = encodedKey });

    /// <summary>Whether the answer says that the key is valid; what is left out says no.</summary>
    public static bool IsValid(Answer answer) =>
        answer.Status == 200 && Json.Flag(answer.Object(), "keyValid");
}
