using Harness.Certification.Checks;
using Harness.Certification.Verdicts;
using Harness.Protocol.Names;

namespace Harness.Features.World;

/// <summary>A channel whose keys the target manages, where the partner may neither create nor delete any.</summary>
public sealed class TargetsKeys(World world, ChannelKeys keys, Baking baking)
{
    private const string Gate = "the target's rotation";

    private (AgreedInterconnect Interconnect, ChannelName Channel)? picked;
    private MacSecKeyName? key;

    public ChannelName Channel => Picked.Channel;

    /// <summary>The key of the channel that the partner asks to delete.</summary>
    public MacSecKeyName Key =>
        key ?? throw new InvalidOperationException("the target has not rotated the channel yet");

    private (AgreedInterconnect Interconnect, ChannelName Channel) Picked => picked ??= Pick();

    /// <summary>Waits until no rotation bakes on the channel's interconnect.</summary>
    public Task Bake() => baking.Over(Picked.Interconnect);

    /// <summary>
    /// Has the target rotate the channel, and stops it, if it can be, while the new key is not active yet: a
    /// delete of an active key would be declined for that reason alone (MAC-07).
    /// </summary>
    public async Task Rotate()
    {
        await Bake();
        world.PartnerSide.Hold("CreateMacSecKey", Gate);
        world.Cleanup.Add($"rotation of {Channel}", Finish);
        await world.Portal.RotateKey(Channel);
        var found = await Look(seen => seen.Any(listed => !listed.Active) || world.PartnerSide.HasArrived(Gate));
        if (found.Count == 0)
        {
            world.PartnerSide.Open(Gate);
            found = await Look(seen => seen.Count > 0);
        }

        var chosen = found.FirstOrDefault(listed => !listed.Active) ?? found[0];
        if (chosen.Active)
            world.Scenario.Note($"{chosen.Id} is active: its delete has to be declined for that reason, too (MAC-07)");
        key = Channel.MacSecKey(chosen.Id);
    }

    private async Task<IReadOnlyList<ListedKey>> Look(Func<IReadOnlyList<ListedKey>, bool> enough)
    {
        try
        {
            return await world.Settle($"the keys of {Channel.Id}", () => keys.List(Channel), enough, "the new key");
        }
        catch (CheckFailedException cause)
        {
            throw new InconclusiveException(
                $"the target was told to rotate the key of {Channel.Id}, which it manages, and shows no key for it: "
                + cause.Message);
        }
    }

    private (AgreedInterconnect Interconnect, ChannelName Channel) Pick()
    {
        var found = world.Place.Active
            .OrderByDescending(interconnect => interconnect.ForKeys)
            .SelectMany(interconnect => KeyChannels.Of(interconnect, world.Parties.Target).Channels
                .Select(channel => (interconnect, channel)))
            .Take(1)
            .ToList();
        return found is [var first]
            ? first
            : throw new SkipException("the testbed has no channel whose keys the target manages");
    }

    private async Task Finish()
    {
        world.PartnerSide.Open(Gate);
        try
        {
            await world.Settle(
                $"the keys of {Channel.Id}",
                () => keys.List(Channel),
                seen => seen is [{ Active: true }],
                "one key, active");
            await keys.Changed(Channel);
        }
        catch (Exception cause) when (cause is CheckFailedException or BlameException)
        {
            throw new CleanupException(cause.Message);
        }
    }
}
