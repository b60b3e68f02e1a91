using Harness.Certification.Checks;
using Harness.Certification.Verdicts;
using Harness.Protocol.Names;

namespace Harness.Features.World;

/// <summary>
/// The MACsec keys of channels at the target, as their manager reads and changes them. In the end every channel
/// that was given one is left with its active key alone: an active key cannot be taken back (MAC-07).
/// </summary>
public sealed class ChannelKeys(World world)
{
    private readonly Dictionary<ChannelName, IReadOnlyList<ListedKey>> seen = [];
    private readonly Dictionary<ChannelName, MacSecKeyName> accepted = [];
    private readonly HashSet<ChannelName> given = [];
    private readonly HashSet<ChannelName> untouched = [];

    /// <summary>The keys that a channel had when they were listed last.</summary>
    public IReadOnlyList<ListedKey> Seen(ChannelName channel) => seen.TryGetValue(channel, out var keys)
        ? keys
        : throw new InvalidOperationException($"the keys of {channel.Id} have not been listed in this scenario yet");

    /// <summary>Lists the keys of a channel, and remembers them.</summary>
    public async Task<IReadOnlyList<ListedKey>> List(ChannelName channel) => seen[channel] = await Read(channel);

    /// <summary>Proposes a key; nothing else is asked before, so that races stay tight.</summary>
    public async Task<Answer> Create(ProposedKey key)
    {
        Give(key.Channel);
        var answer = await world.Partner.CreateMacSecKey(key.Name, key.Body);
        Took(key, answer);
        return answer;
    }

    /// <summary>Sees to the clean-up of keys that are to be proposed.</summary>
    public void Expect(IEnumerable<ProposedKey> proposals)
    {
        foreach (var key in proposals)
            Give(key.Channel);
    }

    /// <summary>Remembers what was answered to a proposal.</summary>
    public void Took(ProposedKey key, Answer answer)
    {
        lock (given)
            Note(key, answer);
    }

    public Task<Answer> Delete(MacSecKeyName name) => world.Partner.Delete(name);

    /// <summary>Waits until the router uses a key, and lists the channel's keys.</summary>
    public async Task BecomesActive(MacSecKeyName name)
    {
        await world.Settle(
            $"active of the key {name.Id} of {name.Channel.Id}",
            async () => Json.Flag((await world.Partner.Get(name)).Accepted().Object(), "active"),
            active => active,
            "true");
        await List(name.Channel);
        await Changed(name.Channel);
    }

    /// <summary>Remembers that a rotation has just made a step, from which a target may count its bake time.</summary>
    public async Task<DateTimeOffset> Changed(ChannelName channel)
    {
        var now = await world.Clock.Now();
        world.Traits.KeysChanged(channel.Interconnect, now);
        return now;
    }

    /// <summary>Deletes the keys of a channel that are not active.</summary>
    public async Task Tidy(ChannelName channel)
    {
        if ((await List(channel)).All(key => key.Active))
            return;
        await world.Settle(
            $"the keys of {channel.Id} that are not active, and that their manager deletes",
            () => DropIdle(channel),
            left => left.Count == 0,
            "none");
        await Changed(channel);
    }

    /// <summary>Shows that a channel has the keys that it had when they were listed last.</summary>
    public async Task CheckUnchanged(ChannelName channel) => Check.SameItems(
        $"the keys of {channel.Id} after the refused request",
        [.. Seen(channel).Select(key => $"{key}")],
        [.. (await Read(channel)).Select(key => $"{key}")]);

    private async Task<IReadOnlyList<ListedKey>> Read(ChannelName channel) =>
    [
        .. (await world.Partner.List($"{channel}/macSecKeys")).Accepted().List("macSecKeys").Select(ListedKey.Read),
    ];

    // A key may turn active between its listing and its delete: then another one is idle, and the next look
    // finds it.
    private async Task<IReadOnlyList<ListedKey>> DropIdle(ChannelName channel)
    {
        foreach (var key in (await List(channel)).Where(key => !key.Active))
            await Delete(channel.MacSecKey(key.Id));
        return [.. (await List(channel)).Where(key => !key.Active)];
    }

    private void Give(ChannelName channel)
    {
        if (given.Add(channel))
            world.Cleanup.Add($"keys of {channel}", () => Restore(channel));
        untouched.Remove(channel);
    }

    private void Note(ProposedKey key, Answer answer)
    {
        if (answer.IsRefusal && !accepted.ContainsKey(key.Channel))
            untouched.Add(key.Channel);
        if (answer.Status != 200)
            return;
        untouched.Remove(key.Channel);
        accepted[key.Channel] = key.Name;
        world.Scenario.Note(
            $"{key.Channel} now has a key of the harness's making: replace it if the channel is in use");
    }

    private async Task Restore(ChannelName channel)
    {
        if (untouched.Contains(channel))
            return;
        try
        {
            await AwaitAccepted(channel);
            await Tidy(channel);
        }
        catch (Exception cause) when (cause is CheckFailedException or BlameException)
        {
            throw new CleanupException(cause.Message);
        }
    }

    // Else its predecessor would still be the active one, and the new key would be deleted under the router.
    private async Task AwaitAccepted(ChannelName channel)
    {
        if (!accepted.TryGetValue(channel, out var latest))
            return;
        try
        {
            await world.Settle(
                $"the keys of {channel.Id}",
                () => List(channel),
                keys => keys.All(key => key.Id != latest.Id || key.Active),
                $"{latest.Id} active, or gone");
        }
        catch (CheckFailedException cause)
        {
            world.Scenario.Note($"{latest.Id} is deleted, because it never turned active: {cause.Message}");
        }
    }
}
