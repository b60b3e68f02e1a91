using Harness.Features.Races.Models;
using Harness.Features.Races.Subjects;
using Harness.Features.World;

namespace Harness.Features.Races.Workloads;

/// <summary>Updates of connections that are read before and after, by who made them and by others.</summary>
internal sealed class OwnWritesCourse : IRaceCourse
{
    // One reads, updates and reads again; another reads meanwhile.
    private const int RequestsOfEach = 4;

    public string Name => "own-writes";

    public string Words => "reads of connections right after they were updated";

    public IReadOnlyList<string> Requirements => ["UPD-01", "UPD-04"];

    public async Task<IPreparedRace> PrepareAsync(World.World world, int seed, RaceSize size)
    {
        var interconnect = World.World.Needed(world.Place.A, "active interconnect");
        var count = Math.Max(1, size.Requests / RequestsOfEach);
        var intents = new List<Intent>();
        for (var i = 0; i < count; i++)
        {
            intents.Add(await world.Customers.IntendAndConfirm(world.Place.Sizes[0]));
            await world.Rooms.Place(intents[i], interconnect);
        }

        var sizes = world.Place.Sizes.Take(2).ToList();
        var race = await ConnectionRaces.OfAsync(world, intents, [interconnect], sizes);
        return new PreparedRace<ConnectionState, ConnectionInput, ConnectionAnswer>(
            race,
            race.Describe,
            SetPiece.Of(seed, size.Bursts, burst => intents.Index().SelectMany(
                it => Clients(it.Index, sizes[(burst + 1) % sizes.Count]))),
            _ => [.. intents.Index().Select(it => new ConnectionInput.Read(it.Index, 0))]);
    }

    private static IEnumerable<IReadOnlyList<ConnectionInput>> Clients(int connection, int mbps)
    {
        var read = new ConnectionInput.Read(connection, 0);
        yield return [read, new ConnectionInput.Update(connection, 0, mbps), read];
        yield return [read];
    }
}
