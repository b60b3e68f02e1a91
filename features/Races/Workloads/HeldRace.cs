using Harness.Certification.Checks;
using Harness.Certification.Verdicts;
using Harness.Features.Races.Models;
using Harness.Features.Races.Recording;
using Harness.Features.Races.Rig;
using Harness.Features.Races.Subjects;
using Harness.Features.World;
using Harness.Protocol.Names;

namespace Harness.Features.Races.Workloads;

/// <summary>One connection of one customer, a call of the target's about it that is held, and a rival.</summary>
internal sealed class HeldRace : IPreparedRace
{
    private const string Gate = "race";
    private readonly World.World world;
    private readonly Intent intent;
    private readonly AgreedInterconnect interconnect;
    private readonly (HoldPoint Point, Rival Rival) pair;
    private readonly Race<ConnectionState, ConnectionInput, ConnectionAnswer> race;
    private readonly long taken;

    private HeldRace(
        World.World world,
        Intent intent,
        AgreedInterconnect interconnect,
        (HoldPoint Point, Rival Rival) pair,
        Race<ConnectionState, ConnectionInput, ConnectionAnswer> race,
        long taken)
    {
        this.world = world;
        this.intent = intent;
        this.interconnect = interconnect;
        this.pair = pair;
        this.race = race;
        this.taken = taken;
    }

    public IRace Race => race;

    // What meets here is a request and a call of the target's, which is in no history.
    public int LeastOverlapping => 0;

    public IReadOnlyList<string> Plan =>
    [
        $"hold the target's {HeldCourse.Operation(pair.Point)}",
        $"then {race.Describe(Input)}",
        "let it go, read, delete what is left",
    ];

    private ConnectionName Name => intent.On(interconnect);

    private ConnectionInput Input => pair.Rival switch
    {
        Rival.Delete => new ConnectionInput.Delete(0, 0),
        Rival.Update => new ConnectionInput.Update(0, 0, world.Place.Sizes[0]),
        Rival.CreateAgain => new ConnectionInput.Create(0, 0, intent.SizeMbps),
        Rival.Migrate => new ConnectionInput.Create(0, 1, intent.SizeMbps, Migrates: true),
        _ => new ConnectionInput.Notify(0, 0),
    };

    /// <summary>A connection that stands on the first of two interconnects.</summary>
    /// <param name="world">The round's.</param>
    /// <param name="intent">Of the connection.</param>
    /// <param name="interconnects">Where it stands, and where it may migrate.</param>
    /// <param name="pair">What is held, and what comes in.</param>
    /// <param name="taken">What others take of the first interconnect, in Mbps.</param>
    public static async Task<HeldRace> OfAsync(
        World.World world,
        Intent intent,
        (AgreedInterconnect From, AgreedInterconnect To) interconnects,
        (HoldPoint Point, Rival Rival) pair,
        long taken)
    {
        var race = await ConnectionRaces.OfAsync(
            world, [intent], [interconnects.From, interconnects.To], world.Place.Sizes.Take(2));
        return new HeldRace(world, intent, interconnects.From, pair, race, taken);
    }

    public async Task RunAsync(Func<int, Release> release)
    {
        world.PartnerSide.Hold(HeldCourse.Operation(pair.Point), Gate);
        await TriggerAsync();
        var replies = await race.BurstAsync([[Input, new ConnectionInput.Read(0, 0)]], release(0));
        if (pair is (HoldPoint.Update, Rival.Update))
            Check.Equal(
                "the status of an UpdateConnection while the target updates it for its own customer (UPD-03)",
                409,
                RaceRig.AnswerOf(replies[0]).Status);
        world.PartnerSide.Open(Gate);
        await race.QuietAsync([new ConnectionInput.Read(0, 0), new ConnectionInput.Read(0, 1)]);
        await race.QuietAsync(
        [
            new ConnectionInput.Delete(0, 0),
            new ConnectionInput.Delete(0, 1),
            new ConnectionInput.Read(0, 0),
            new ConnectionInput.Read(0, 1),
        ]);
        await world.Settle(
            $"the bandwidth that is taken of {interconnect.Name.Id} once the connection is deleted, in Mbps (DEL-07)",
            () => world.Connections.Taken(interconnect),
            found => found == taken,
            $"{taken}");
    }

    // The customer's own request is one that may have been carried out at any time since.
    private async Task TriggerAsync()
    {
        switch (pair.Point)
        {
            case HoldPoint.Refresh or HoldPoint.RefreshFeatures:
                (await world.Partner.NotifyConnectionStatus(Name)).Accepted();
                break;
            case HoldPoint.Notify:
                world.FeaturesOf(Name).AddRange(await world.Proposals.CreateAll(Name));
                break;
            case HoldPoint.Update:
                var size = world.Place.Sizes[Math.Min(1, world.Place.Sizes.Count - 1)];
                race.Assume("customer", new ConnectionInput.Update(0, 0, size));
                await world.Portal.Update(intent, size);
                break;
            default:
                race.Assume("customer", new ConnectionInput.Delete(0, 0));
                await world.Portal.Delete(intent);
                break;
        }

        try
        {
            await world.PartnerSide.WaitFor(HeldCourse.Operation(pair.Point), intent.Uuid);
        }
        catch (CheckFailedException silent)
        {
            throw new InconclusiveException($"{silent.Message}: nothing can be held");
        }
    }
}
