using Harness.Features.Races.Models;
using Harness.Features.Races.Subjects;
using Harness.Features.World;

namespace Harness.Features.Races.Workloads;

/// <summary>Deletes of connections, each amid updates of the same one.</summary>
internal sealed class LostDeleteCourse : IRaceCourse
{
    private const int UpdatesOfEach = 2;
    private const int RequestsOfEach = UpdatesOfEach + 2;

    public string Name => "deletes";

    public string Words => "deletes of connections amid their updates";

    public IReadOnlyList<string> Requirements => ["DEL-01", "DEL-04", "DEL-07", "UPD-04"];

    public async Task<IPreparedRace> PrepareAsync(World.World world, int seed, RaceSize size)
    {
        var interconnect = World.World.Needed(world.Place.A, "active interconnect");
        var each = Math.Max(1, size.Requests / RequestsOfEach);
        var bursts = Math.Max(1, Math.Min(size.Bursts, ConnectionState.MostConnections / each));
        var intents = new List<Intent>();
        for (var i = 0; i < each * bursts; i++)
        {
            intents.Add(await world.Customers.IntendAndConfirm(world.Place.Sizes[0]));
            await world.Rooms.Place(intents[i], interconnect);
        }

        var other = world.Place.Sizes[Math.Min(1, world.Place.Sizes.Count - 1)];
        var race = await ConnectionRaces.OfAsync(world, intents, [interconnect], [other]);
        return new PreparedRace<ConnectionState, ConnectionInput, ConnectionAnswer>(
            race,
            race.Describe,
            SetPiece.Of(seed, bursts, burst => Of(burst).SelectMany(connection => Clients(connection, other))),
            burst => [.. Of(burst).Select(connection => new ConnectionInput.Read(connection, 0))]);

        IEnumerable<int> Of(int burst) => Enumerable.Range(burst * each, each);
    }

    // Servers start on a request without a body before they have read the others: a delete that is to come amid the
    // updates has to follow something.
    private static IEnumerable<IReadOnlyList<ConnectionInput>> Clients(int connection, int mbps) =>
        Enumerable.Repeat<IReadOnlyList<ConnectionInput>>(
            [new ConnectionInput.Update(connection, 0, mbps)],
            UpdatesOfEach).Append([new ConnectionInput.Read(connection, 0), new ConnectionInput.Delete(connection, 0)]);
}
