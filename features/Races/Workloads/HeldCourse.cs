namespace Harness.Features.Races.Workloads;

/// <summary>
/// A rival that comes in while the target waits for an answer of the partner's: nothing about it depends on who is
/// faster, so that it comes out the same whenever it is run.
/// </summary>
/// <param name="point">Which answer is withheld.</param>
/// <param name="rival">What comes in meanwhile.</param>
internal sealed class HeldCourse(HoldPoint point, Rival rival) : IRaceCourse
{
    /// <summary>What the names of all of them begin with.</summary>
    public const string Prefix = "held/";

    public string Name => $"{Prefix}{point}-{rival}".ToLowerInvariant();

    public string Words => $"{Of(rival)} while the target's {Operation(point)} is not answered yet";

    public IReadOnlyList<string> Requirements => (point, rival) switch
    {
        (HoldPoint.Update, Rival.Update) => ["UPD-03"],
        (_, Rival.Delete) => ["DEL-04", "DEL-07"],
        (_, Rival.Migrate) => ["MIG-01"],
        (_, Rival.CreateAgain) => ["CON-03"],
        _ => ["UPD-04", "PRO-05"],
    };

    /// <summary>All pairs of hold and rival.</summary>
    public static IEnumerable<HeldCourse> All =>
        from point in Enum.GetValues<HoldPoint>()
        from rival in Enum.GetValues<Rival>()
        select new HeldCourse(point, rival);

    public async Task<IPreparedRace> PrepareAsync(World.World world, int seed, RaceSize size)
    {
        var a = World.World.Needed(world.Place.A, "active interconnect");
        var b = World.World.Needed(world.Place.B, "second active interconnect");
        var intent = await world.Customers.IntendAndConfirm(world.Place.Sizes[0]);
        var taken = await world.Connections.Taken(a);
        await world.Rooms.Place(intent, a);
        return await HeldRace.OfAsync(world, intent, (a, b), (point, rival), taken);
    }

    /// <summary>The operation that the target calls at a hold point.</summary>
    internal static string Operation(HoldPoint point) => point switch
    {
        HoldPoint.Refresh => "GetConnection",
        HoldPoint.RefreshFeatures => "ListFeatures",
        HoldPoint.Notify => "NotifyConnectionStatus",
        HoldPoint.Update => "UpdateConnection",
        _ => "DeleteConnection",
    };

    private static string Of(Rival rival) => rival switch
    {
        Rival.Delete => "DeleteConnection",
        Rival.Update => "UpdateConnection",
        Rival.CreateAgain => "CreateConnection of the same connection",
        Rival.Migrate => "CreateConnection on another interconnect",
        _ => "NotifyConnectionStatus",
    };
}
