using Harness.Features.Races.Models;
using Harness.Features.Races.Subjects;

namespace Harness.Features.Races.Workloads;

/// <summary>Creations, deletes and reads of more connections than fit one interconnect.</summary>
internal sealed class ConnectionsCourse : IRaceCourse
{
    private const int Connections = 6;
    private const int Fitting = 2;

    public string Name => "connections";

    public string Words => "creations of more connections than fit, and deletes";

    public IReadOnlyList<string> Requirements => ["CON-03", "CON-04", "CON-13", "CON-14", "DEL-03", "DEL-06"];

    public async Task<IPreparedRace> PrepareAsync(World.World world, int seed, RaceSize size)
    {
        var interconnect = World.World.Needed(world.Place.A, "active interconnect");
        var (intents, mbps) = await Scarcity.LeaveAsync(world, interconnect, Fitting, Connections);
        var race = await ConnectionRaces.OfAsync(world, intents, [interconnect], []);
        return new PreparedRace<ConnectionState, ConnectionInput, ConnectionAnswer>(
            race,
            race.Describe,
            Dealer.Deal(seed, size, random => Draw(random, mbps)),
            _ => [.. intents.Index().Select(it => new ConnectionInput.Read(it.Index, 0))]);
    }

    private static ConnectionInput Draw(Random random, int mbps)
    {
        var connection = random.Next(Connections);
        return Dealer.Weighted<ConnectionInput>(
            random,
            (5, new ConnectionInput.Create(connection, 0, mbps)),
            (2, new ConnectionInput.Delete(connection, 0)),
            (3, new ConnectionInput.Read(connection, 0)));
    }
}
