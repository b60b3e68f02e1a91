using Harness.Features.Races.Models;
using Harness.Features.Races.Subjects;

namespace Harness.Features.Races.Workloads;

/// <summary>Creations that all want the last room of an interconnect, which is freed again after each burst.</summary>
internal sealed class LastRoomCourse : IRaceCourse
{
    // A burst uses up the key of the one that got the room: others take its place.
    private const int Step = 2;

    public string Name => "last-room";

    public string Words => "creations at one time for the last room of an interconnect";

    public IReadOnlyList<string> Requirements => ["CON-13", "CON-04", "IXC-02"];

    public async Task<IPreparedRace> PrepareAsync(World.World world, int seed, RaceSize size)
    {
        var interconnect = World.World.Needed(world.Place.A, "active interconnect");
        var waiting = Math.Min(ConnectionState.MostConnections, size.Requests + (Step * (size.Bursts - 1)));
        var (intents, mbps) = await Scarcity.LeaveAsync(world, interconnect, 1, waiting);
        var race = await ConnectionRaces.OfAsync(world, intents, [interconnect], []);
        return new PreparedRace<ConnectionState, ConnectionInput, ConnectionAnswer>(
            race,
            race.Describe,
            SetPiece.Of(seed, size.Bursts, burst => Of(burst).Select<int, IReadOnlyList<ConnectionInput>>(
                connection => [new ConnectionInput.Create(connection, 0, mbps)])),
            burst => [.. Of(burst).Select(connection => new ConnectionInput.Delete(connection, 0))]);

        IEnumerable<int> Of(int burst) => Enumerable.Range(0, Math.Min(size.Requests, intents.Count))
            .Select(number => (number + (Step * burst)) % intents.Count);
    }
}
