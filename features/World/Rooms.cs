using Harness.Certification.Checks;
using Harness.Certification.Verdicts;

namespace Harness.Features.World;

/// <summary>Fills interconnects to the last Mbps, with connections of intents of their own.</summary>
public sealed class Rooms(Customers customers, Connections connections, Place place)
{
    /// <summary>Bandwidth in Mbps that the interconnect has left.</summary>
    public async Task<int> Left(AgreedInterconnect interconnect) =>
        (int)(interconnect.MaxBandwidthMbps - await connections.Taken(interconnect));

    /// <summary>Places connections until just <paramref name="leave"/> Mbps are left.</summary>
    public async Task Fill(AgreedInterconnect interconnect, int leave)
    {
        var room = await Left(interconnect) - leave;
        var filling = room < 0 ? null : RoomPlan.Fill(room, place.Sizes);
        if (filling is null)
            throw new SkipException($"the supported sizes do not add up to the {room} Mbps that are to be taken");
        foreach (var size in filling)
            await Place(await customers.IntendAndConfirm(size), interconnect);
    }

    /// <summary>Places connections until less than <paramref name="than"/> Mbps are left, and not nothing.</summary>
    public async Task FillToLess(AgreedInterconnect interconnect, int than)
    {
        var room = await Left(interconnect);
        var leave = place.Sizes.Where(size => size < than && size < room)
            .OrderBy(size => RoomPlan.Fill(room - size, place.Sizes)?.Count ?? int.MaxValue)
            .FirstOrDefault(-1);
        if (leave < 0)
            throw new SkipException($"no supported size is less than {than} Mbps");
        await Fill(interconnect, leave);
    }

    /// <summary>
    /// Leaves more bandwidth on an interconnect than on any other that takes connections, although it has the most of
    /// them: where to go is told by bandwidth alone (CON-10).
    /// </summary>
    public async Task LeaveMostOn(AgreedInterconnect interconnect)
    {
        var smallest = place.Sizes[0];
        for (var i = 0; i < 2; i++)
            await Place(await customers.IntendAndConfirm(smallest), interconnect);
        var left = await Left(interconnect);
        foreach (var other in place.Active.Where(other => other != interconnect))
        {
            var surplus = await Left(other) - left;
            if (surplus < 0)
                continue;
            if (place.Sizes.FirstOrDefault(size => size > surplus) is var size and > 0)
                await Place(await customers.IntendAndConfirm(size), other);
            else
                await FillToLess(other, than: left);
        }
    }

    /// <summary>Places the connection of an intent; a failed check where it is refused.</summary>
    public async Task Place(Intent intent, AgreedInterconnect interconnect) =>
        (await connections.Create(intent, interconnect)).Accepted();

    /// <summary>
    /// Shows that the interconnect has room for exactly what its connections leave: the rest is taken, and
    /// then not even the smallest size fits. So a leaked and a doubly freed reservation are both seen.
    /// </summary>
    public async Task CheckExact(AgreedInterconnect interconnect)
    {
        var late = await customers.IntendAndConfirm(place.Sizes[0]);
        await Fill(interconnect, leave: 0);
        var answer = await connections.Create(late, interconnect);
        Check.Equal(
            $"the status of a CreateConnection on {interconnect.Name.Id}, which is full to its maxBandwidthMbps",
            409,
            answer.Status);
    }

    /// <summary>Sizes to show a change with: from one to another, and a third that takes just the difference.</summary>
    /// <exception cref="SkipException">The supported sizes allow none.</exception>
    public async Task<Change> PlanChange(AgreedInterconnect interconnect)
    {
        var room = await Left(interconnect);
        var sizes = place.Sizes;
        var changes =
            from larger in sizes
            from smaller in sizes
            where smaller < larger && larger <= room && sizes.Contains(larger - smaller)
            let filling = RoomPlan.Fill(room - larger, sizes)
            where filling is not null
            orderby filling.Count
            select new Change(smaller, larger);
        return changes.FirstOrDefault()
            ?? throw new SkipException("the supported sizes have no two whose difference is supported, too");
    }
}

/// <summary>Two supported sizes in Mbps whose difference is supported, too.</summary>
public sealed record Change(int Smaller, int Larger)
{
    public int Difference => Larger - Smaller;
}
