using System.Text.Json.Nodes;
using Harness.Certification.Checks;
using Harness.Certification.Verdicts;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Simulator.Journaling;

namespace Harness.Features.World;

/// <summary>
/// The rotations that the target makes as the manager of channels: what it brings to the partner, and what it shows
/// of its own device meanwhile. Partner and target begin every scenario with the same keys.
/// </summary>
public sealed class OwnRotations(World world, ChannelKeys keys, Baking baking)
{
    private const string Create = "CreateMacSecKey";
    private const string Gate = "the target's new key";
    private KeyChannels? chosen;
    private long began;

    /// <summary>By the target's clock: no later than the beginning of the latest rotation.</summary>
    public DateTimeOffset Begin { get; private set; }

    /// <summary>The channels that the target manages, on one interconnect.</summary>
    public KeyChannels Chosen => chosen ??= world.Place.Active
        .OrderBy(interconnect => interconnect.ForKeys)
        .Select(interconnect => KeyChannels.Of(interconnect, world.Parties.Target))
        .OrderByDescending(found => found.Channels.Count > 1)
        .FirstOrDefault(found => found.Channels.Count > 0)
        ?? throw new SkipException("the testbed has no channel whose keys the target manages");

    /// <summary>Waits until no rotation bakes on the interconnect.</summary>
    public async Task Bake()
    {
        await baking.Over(Chosen.Interconnect);
        foreach (var channel in Chosen.Channels)
            await Mirror(channel);
    }

    /// <summary>Gives a channel an active key of the target's, where it has none, and waits until none bakes.</summary>
    public async Task NeedsActive(ChannelName channel)
    {
        if (!(await keys.List(channel)).Any(key => key.Active))
            await Rotate(channel);
        await Bake();
    }

    /// <summary>Has the target rotate a channel, to its end.</summary>
    public async Task Rotate(ChannelName channel)
    {
        await Order(channel);
        var brought = await Brought(channel);
        await Ends(channel, brought.Id);
    }

    /// <summary>Has the target rotate a channel; a failed check where it refuses.</summary>
    public async Task Order(ChannelName channel)
    {
        Check.That(
            $"the target's answer to an operator who orders a rotation of {channel.Id}",
            await Ask(channel),
            "no refusal",
            "a refusal");
    }

    /// <summary>Asks the target to rotate a channel; whether it did not refuse.</summary>
    public async Task<bool> Ask(ChannelName channel)
    {
        await Starts(channel);
        return await world.Portal.AskRotation(channel);
    }

    /// <summary>Requests a rotation as the partner.</summary>
    public async Task<Answer> Request(ChannelName channel)
    {
        if (Chosen.Channels.Contains(channel))
            await Starts(channel);
        began = world.PartnerSide.Position;
        return await world.Partner.Post($"{channel}/RequestMacSecKeyRotation", new JsonObject());
    }

    /// <summary>Holds the keys that the target brings.</summary>
    public void Hold() => world.PartnerSide.Hold(Create, Gate);

    /// <summary>Lets them go.</summary>
    public void Open() => world.PartnerSide.Open(Gate);

    /// <summary>Waits for the key that the target brings for a channel.</summary>
    public async Task<MacSecKeyName> Brought(ChannelName channel) => (MacSecKeyName)Resource(
        (await world.PartnerSide.WaitAfter(Create, world.PartnerSide.Own(channel), began))[0]);

    /// <summary>The call that brought the latest key.</summary>
    public JournalEntry CallFor(ChannelName channel) =>
        world.PartnerSide.CallsAfter(Create, world.PartnerSide.Own(channel), began)[0];

    /// <summary>The target's calls of an operation below a channel since the latest order or request.</summary>
    public IReadOnlyList<JournalEntry> Calls(string operation, ChannelName channel) =>
        world.PartnerSide.CallsAfter(operation, world.PartnerSide.Own(channel), began);

    /// <summary>Waits until the channel has the new key alone, active.</summary>
    public async Task Ends(ChannelName channel, string id)
    {
        await world.Settle(
            $"the keys of {channel.Id} after the rotation",
            () => keys.List(channel),
            found => found is [{ Active: true } only] && only.Id == id,
            $"{id} alone, active");
        await keys.Changed(channel);
    }

    private static Protocol.Names.ResourceName Resource(JournalEntry call)
    {
        Check.That(
            "the resource of the target's CreateMacSecKey",
            call.Resource is MacSecKeyName,
            "a key of the channel, named by macSecKeyId",
            $"{call.Resource}");
        return call.Resource;
    }

    private async Task Starts(ChannelName channel)
    {
        world.Cleanup.Add($"rotation of {channel}", () => Settle(channel));
        Begin = await world.Clock.Now();
        began = world.PartnerSide.Position;
    }

    // A rotation that is under way ends: the next scenario begins with one key again.
    private async Task Settle(ChannelName channel)
    {
        Open();
        try
        {
            await world.Settle(
                $"the keys of {channel.Id}",
                () => keys.List(channel),
                found => found is [] or [{ Active: true }],
                "one key, active");
            await keys.Changed(channel);
        }
        catch (Exception cause) when (cause is CheckFailedException or BlameException)
        {
            throw new CleanupException(cause.Message);
        }
    }

    private async Task Mirror(ChannelName channel) => world.PartnerSide.HasKeys(
        channel,
        [
            .. (await keys.List(channel)).Select(key => new MacSecKey(
                $"{world.PartnerSide.Own(channel).MacSecKey(key.Id)}",
                Ckn: key.Ckn,
                StartTime: key.StartTime,
                Active: key.Active)),
        ]);
}
