using Harness.Certification.Verdicts;
using Harness.Features.Races.Models;
using Harness.Features.Races.Subjects;
using Harness.Features.World;

namespace Harness.Features.Races.Workloads;

/// <summary>New keys for all channels of an interconnect at one time, and deletes of keys.</summary>
internal sealed class MacSecCourse : IRaceCourse
{
    private const int OfChannel = 2;

    public string Name => "macsec-keys";

    public string Words => "new keys for several channels of a baked interconnect, and deletes of keys";

    public IReadOnlyList<string> Requirements => ["MAC-03", "MAC-04", "MAC-05", "MAC-06", "MAC-07", "MAC-14"];

    public async Task<IPreparedRace> PrepareAsync(World.World world, int seed, RaceSize size)
    {
        var keys = new ChannelKeys(world);
        var baking = new Baking(world, keys);
        var rotations = new MacSecKeys(world, keys, baking);
        var chosen = rotations.Chosen;
        Skip.Unless(
            chosen.AreAll,
            $"the partner does not manage the keys of all channels of {chosen.Interconnect.Name.Id}");
        foreach (var channel in chosen.Channels)
            await rotations.NeedsActive(channel);
        await rotations.Bake();
        var proposals = chosen.Channels
            .SelectMany(channel => Enumerable.Range(0, OfChannel).Select(_ => rotations.NewKey(channel)))
            .ToList();
        var race = await MacSecRaces.OfAsync(world, keys, chosen, proposals);
        var channels = chosen.Channels.Count;
        return new PreparedRace<MacSecState, MacSecInput, MacSecAnswer>(
            race,
            race.Describe,
            Dealer.Deal(seed, size, random => Draw(random, channels, channels + proposals.Count)),
            _ => [.. Enumerable.Range(0, channels).Select(channel => new MacSecInput.List(channel))]);
    }

    private static MacSecInput Draw(Random random, int channels, int keys) => Dealer.Weighted<MacSecInput>(
        random,
        (6, new MacSecInput.Create(random.Next(channels, keys))),
        (1, new MacSecInput.Delete(random.Next(keys))),
        (2, new MacSecInput.List(random.Next(channels))));
}
