using Harness.Certification.Verdicts;
using Harness.Features.World;

namespace Harness.Features.Races.Workloads;

/// <summary>Makes room scarce, so that requests contend for it.</summary>
internal static class Scarcity
{
    /// <summary>Leaves room for some connections of one size, and has intents of that size waiting.</summary>
    /// <param name="world">The scenario's.</param>
    /// <param name="interconnect">Whose room.</param>
    /// <param name="fitting">How many fit.</param>
    /// <param name="waiting">How many intents.</param>
    /// <returns>The intents, and their size in Mbps.</returns>
    /// <exception cref="SkipException">The supported sizes leave no such rest.</exception>
    public static async Task<(IReadOnlyList<Intent> Intents, int SizeMbps)> LeaveAsync(
        World.World world,
        AgreedInterconnect interconnect,
        int fitting,
        int waiting)
    {
        var room = await world.Rooms.Left(interconnect);
        var choice = RoomPlan.LeaveRoom(room, fitting, world.Place.Sizes)
            ?? throw new SkipException($"no supported size leaves a rest of {room} Mbps that the others fill");
        var intents = new List<Intent>();
        // The intents come before the room is taken: the portal may refuse them afterwards (KEY-03).
        for (var i = 0; i < waiting; i++)
            intents.Add(await world.Customers.IntendAndConfirm(choice.Size));
        await world.Rooms.Fill(interconnect, leave: choice.Size * fitting);
        return (intents, choice.Size);
    }
}
