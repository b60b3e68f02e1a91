using Harness.Features.Races.Models;
using Harness.Features.Races.Subjects;

namespace Harness.Features.Races.Workloads;

/// <summary>Updates of connections that contend for the room of an interconnect, and their deletes.</summary>
internal sealed class UpdatesCourse : IRaceCourse
{
    private const int Connections = 3;

    public string Name => "updates";

    public string Words => "updates of some connections, and deletes";

    public IReadOnlyList<string> Requirements => ["UPD-01", "UPD-02", "UPD-04", "DEL-03", "DEL-04", "DEL-07"];

    public async Task<IPreparedRace> PrepareAsync(World.World world, int seed, RaceSize size)
    {
        var interconnect = World.World.Needed(world.Place.A, "active interconnect");
        var (intents, mbps) = await Scarcity.LeaveAsync(world, interconnect, Connections + 1, Connections);
        foreach (var intent in intents)
            await world.Rooms.Place(intent, interconnect);
        var sizes = world.Place.Sizes.Where(other => other <= 2 * mbps).TakeLast(ConnectionState.MostSizes - 1)
            .ToList();
        var race = await ConnectionRaces.OfAsync(world, intents, [interconnect], sizes);
        return new PreparedRace<ConnectionState, ConnectionInput, ConnectionAnswer>(
            race,
            race.Describe,
            Dealer.Deal(seed, size, random => Draw(random, [.. sizes.TakeLast(Connections)])),
            _ => [.. intents.Index().Select(it => new ConnectionInput.Read(it.Index, 0))]);
    }

    private static ConnectionInput Draw(Random random, IReadOnlyList<int> sizes)
    {
        var connection = random.Next(Connections);
        return Dealer.Weighted<ConnectionInput>(
            random,
            (6, new ConnectionInput.Update(connection, 0, sizes[random.Next(sizes.Count)])),
            (1, new ConnectionInput.Delete(connection, 0)),
            (3, new ConnectionInput.Read(connection, 0)));
    }
}
