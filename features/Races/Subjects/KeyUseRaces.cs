using System.Text.Json.Nodes;
using Harness.Features.Races.Models;
using Harness.Features.Races.Recording;
using Harness.Features.Races.Rig;
using Harness.Features.World;

namespace Harness.Features.Races.Subjects;

/// <summary>Races for the one use of activation keys.</summary>
public static class KeyUseRaces
{
    /// <summary>A race of intents whose keys nobody has confirmed yet.</summary>
    /// <param name="world">The scenario's.</param>
    /// <param name="intents">The keys, by number.</param>
    /// <param name="interconnect">Where their connections are created.</param>
    public static Race<KeyUse, KeyUseInput, KeyUseAnswer> Of(
        World.World world,
        IReadOnlyList<Intent> intents,
        AgreedInterconnect interconnect)
    {
        foreach (var intent in intents)
            world.Connections.Expect(intent, interconnect);
        return new Race<KeyUse, KeyUseInput, KeyUseAnswer>(
            world.Rig,
            new RaceSubject<KeyUse, KeyUseInput, KeyUseAnswer>(
                new KeyUseModel(),
                input => $"key k{input.Key}",
                input => Request(input, world, intents[input.Key], interconnect),
                (_, answer) => new KeyUseAnswer(answer.Status, IsValid(answer)),
                answer => !answer.IsDone));
    }

    private static RaceRequest Request(
        KeyUseInput input,
        World.World world,
        Intent intent,
        AgreedInterconnect interconnect) => input.Request switch
        {
            KeyRequest.Confirm => caller => caller.ConfirmActivationKey(
                world.Place.Environment, new JsonObject { ["encodedKey"] = intent.EncodedKey }),
            KeyRequest.Create => caller => caller.CreateConnection(intent.On(interconnect), intent.Body()),
            KeyRequest.Delete => caller => caller.Delete(intent.On(interconnect)),
            _ => caller => caller.Get(intent.On(interconnect)),
        };

    private static bool IsValid(Answer answer) =>
        answer.Response.Json() is JsonObject body && Json.Flag(body, "keyValid");
}
