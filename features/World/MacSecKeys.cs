using Harness.Certification.Checks;
using Harness.Certification.Verdicts;
using Harness.Protocol.Names;

namespace Harness.Features.World;

/// <summary>
/// The channels that a scenario gives keys to, and its latest rotation. Keys outlive scenarios, so each begins by
/// bringing its channels to one key at most.
/// </summary>
public sealed class MacSecKeys(World world, ChannelKeys keys, Baking baking)
{
    private readonly HashSet<InterconnectName> tidied = [];
    private KeyChannels? chosen;
    private ProposedKey? asked;
    private Rotation? rotation;

    /// <summary>The channels of the key interconnect, or those that the scenario has picked instead.</summary>
    public KeyChannels Chosen => chosen ??= KeyChannels.Of(
        World.Needed(world.Place.Keys, "interconnect whose keys the scenarios may rotate"),
        world.Parties.Partner);

    /// <summary>The key that was proposed last.</summary>
    public ProposedKey Asked => asked ?? throw new InvalidOperationException("no key has been proposed yet");

    /// <summary>The active key of the first channel, as listed last.</summary>
    public MacSecKeyName ActiveOnFirst =>
        Chosen.First.MacSecKey(keys.Seen(Chosen.First).First(key => key.Active).Id);

    /// <summary>The latest rotation of the scenario.</summary>
    public Rotation Latest => rotation ?? throw new InvalidOperationException("no channel has been rotated yet");

    /// <summary>Waits until no rotation bakes on the interconnect.</summary>
    public async Task Bake()
    {
        await Tidy();
        await baking.Over(Chosen.Interconnect);
    }

    /// <summary>Gives a channel an active key where it has none.</summary>
    public async Task NeedsActive(ChannelName channel)
    {
        await Tidy();
        if ((await keys.List(channel)).Any(key => key.Active))
            return;
        var answer = await Propose(NewKey(channel));
        if (answer.Status == 409)
        {
            // Judged elsewhere (MAC-12): here it must not keep other requirements from being decided.
            world.Scenario.Note($"{channel.Id} was refused its first key: it is proposed again after the bake time");
            await baking.Over(Chosen.Interconnect);
            answer = await Propose(NewKey(channel));
        }

        answer.Accepted();
        await keys.BecomesActive(Asked.Name);
    }

    /// <summary>Rotates a channel's key.</summary>
    /// <param name="channel">A channel with an active key.</param>
    /// <param name="keepOld">Whether the old key stays, not active.</param>
    public async Task Rotate(ChannelName channel, bool keepOld)
    {
        var old = (await keys.List(channel)).FirstOrDefault(key => key.Active)?.Id
            ?? throw new InvalidOperationException($"{channel.Id} has no active key that could be rotated");
        var begin = await world.Clock.Now();
        (await Propose(NewKey(channel))).Accepted();
        await keys.BecomesActive(Asked.Name);
        if (!keepOld)
        {
            (await keys.Delete(channel.MacSecKey(old))).Accepted();
            await keys.List(channel);
        }

        rotation = new Rotation(Asked.Name, channel.MacSecKey(old), begin, await keys.Changed(channel));
    }

    /// <summary>Gives a channel without keys its first, and waits until it is active.</summary>
    public async Task GiveFirst(ChannelName channel)
    {
        Check.Empty($"the keys of {channel.Id} before its first", await keys.List(channel));
        var begin = await world.Clock.Now();
        (await Propose(NewKey(channel))).Accepted();
        await keys.BecomesActive(Asked.Name);
        rotation = new Rotation(Asked.Name, null, begin, await keys.Changed(channel));
    }

    /// <summary>Proposes a key.</summary>
    public Task<Answer> Propose(ProposedKey key)
    {
        asked = key;
        return keys.Create(key);
    }

    /// <summary>A key for a channel that nothing is wrong with.</summary>
    public ProposedKey NewKey(ChannelName channel) => ProposedKey.For(channel, world.Data);

    /// <summary>
    /// Picks an interconnect with a channel that has an active key, which is to be the first, and one without any:
    /// there, a third key of the first channel is not one too many for the interconnect (MAC-05).
    /// </summary>
    public async Task ChooseWithRoom()
    {
        var found = (await WithoutKeys())
            .Select(without => (without.Interconnect, Without: without.Channels.ToHashSet()))
            .Where(candidate => candidate.Without.Count > 0 && candidate.Interconnect.Channels.Count > 1)
            .OrderBy(candidate => candidate.Without.Count == candidate.Interconnect.Channels.Count)
            .Select(candidate => candidate.Interconnect with
            {
                Channels = [.. candidate.Interconnect.Channels.OrderBy(it => candidate.Without.Contains(it.Name))],
            })
            .FirstOrDefault();
        if (found is null)
            world.Scenario.Note("every channel has a key: a third one is one too many for the interconnect, too");
        else
            chosen = KeyChannels.Of(found, world.Parties.Partner);
        await NeedsActive(Chosen.First);
    }

    /// <summary>Picks an interconnect of which no channel has a key, waiting for whatever bakes there.</summary>
    public async Task ChooseUntouched()
    {
        chosen = KeyChannels.Untouched(await WithoutKeys()) ?? throw new SkipException(
            "every interconnect for keys has keys already, which cannot be taken back: "
            + "a further one, never used before, would let first keys be given to all its channels");
        await baking.Over(chosen.Interconnect);
    }

    /// <summary>Picks channels without keys on one interconnect, where nothing bakes any more.</summary>
    public async Task ChooseWithoutKeys(int count)
    {
        chosen = KeyChannels.Some(await WithoutKeys(), count) ?? throw new SkipException(
            $"no interconnect for keys has {count} channels without keys, and keys cannot be taken back: "
            + "a further interconnect for keys, never used before, would let first keys be given");
        await baking.Over(chosen.Interconnect);
    }

    private async Task<IReadOnlyList<KeyChannels>> WithoutKeys()
    {
        World.Needed(world.Place.Keys, "interconnect whose keys the scenarios may rotate");
        var found = new List<KeyChannels>();
        foreach (var interconnect in world.Place.AllForKeys)
        {
            var without = new List<ChannelName>();
            foreach (var channel in KeyChannels.Of(interconnect, world.Parties.Partner).Channels)
                if ((await keys.List(channel)).Count == 0)
                    without.Add(channel);
            found.Add(new KeyChannels(interconnect, without));
        }

        return found;
    }

    private async Task Tidy()
    {
        if (!tidied.Add(Chosen.Interconnect.Name))
            return;
        foreach (var channel in Chosen.Channels)
            await keys.Tidy(channel);
    }
}
