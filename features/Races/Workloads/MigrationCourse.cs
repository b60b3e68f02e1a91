using Harness.Features.Races.Models;
using Harness.Features.Races.Subjects;
using Harness.Features.World;

namespace Harness.Features.Races.Workloads;

/// <summary>Connections that move between two interconnects while they are deleted on one or the other.</summary>
internal sealed class MigrationCourse : IRaceCourse
{
    private const int Connections = 3;

    public string Name => "migration";

    public string Words => "migrations to another interconnect, and deletes of the old and the new connection";

    public IReadOnlyList<string> Requirements => ["MIG-01", "MIG-02", "MIG-05", "CON-03", "DEL-03"];

    public async Task<IPreparedRace> PrepareAsync(World.World world, int seed, RaceSize size)
    {
        var a = World.World.Needed(world.Place.A, "active interconnect");
        var b = World.World.Needed(world.Place.B, "second active interconnect");
        var mbps = world.Place.Sizes[0];
        var intents = new List<Intent>();
        for (var i = 0; i < Connections; i++)
        {
            intents.Add(await world.Customers.IntendAndConfirm(mbps));
            await world.Rooms.Place(intents[i], a);
        }

        await LearnAsync(world, intents[0], b);
        var race = await ConnectionRaces.OfAsync(world, intents, [a, b], []);
        return new PreparedRace<ConnectionState, ConnectionInput, ConnectionAnswer>(
            race,
            race.Describe,
            Dealer.Deal(seed, size, random => Draw(random, mbps)),
            _ => [.. intents.Index().SelectMany(it => new[]
            {
                new ConnectionInput.Read(it.Index, 0),
                new ConnectionInput.Read(it.Index, 1),
            })]);
    }

    private static ConnectionInput Draw(Random random, int mbps)
    {
        var connection = random.Next(Connections);
        return Dealer.Weighted<ConnectionInput>(
            random,
            (4, new ConnectionInput.Create(connection, 1, mbps, Migrates: true)),
            (1, new ConnectionInput.Delete(connection, 0)),
            (2, new ConnectionInput.Delete(connection, 1)),
            (3, new ConnectionInput.Read(connection, random.Next(2))));
    }

    // With the key first; where that is refused, without: the source leaves open which.
    private static async Task LearnAsync(World.World world, Intent intent, AgreedInterconnect to)
    {
        var carrying = await world.Connections.Create(intent, to);
        world.Traits.MigrationCarriesKey = carrying.Status == 200;
        if (carrying.IsRefusal)
        {
            var body = intent.Body();
            body.Remove("activationKey");
            (await world.Connections.Create(intent, to, body)).Accepted();
        }
    }
}
