using Harness.Features.Races.Models;
using Harness.Features.Races.Subjects;
using Harness.Features.World;

namespace Harness.Features.Races.Workloads;

/// <summary>Confirmations and uses of activation keys.</summary>
internal sealed class KeyUseCourse : IRaceCourse
{
    private const int Keys = 2;

    public string Name => "activation-keys";

    public string Words => "confirmations of activation keys, and creations with them";

    public IReadOnlyList<string> Requirements => ["KEY-09", "KEY-11", "KEY-16", "CON-06", "CON-14"];

    public async Task<IPreparedRace> PrepareAsync(World.World world, int seed, RaceSize size)
    {
        var interconnect = World.World.Needed(world.Place.A, "active interconnect");
        var intents = new List<Intent>();
        for (var i = 0; i < Keys; i++)
            intents.Add(await world.Customers.Intend(world.Place.Sizes[0]));
        var race = KeyUseRaces.Of(world, intents, interconnect);
        return new PreparedRace<KeyUse, KeyUseInput, KeyUseAnswer>(
            race,
            race.Describe,
            Dealer.Deal(seed, size, Draw),
            _ => [.. intents.Index().Select(it => new KeyUseInput(it.Index, KeyRequest.Read))]);
    }

    private static KeyUseInput Draw(Random random)
    {
        var key = random.Next(Keys);
        return new KeyUseInput(key, Dealer.Weighted(
            random,
            (4, KeyRequest.Confirm),
            (4, KeyRequest.Create),
            (1, KeyRequest.Delete),
            (2, KeyRequest.Read)));
    }
}
