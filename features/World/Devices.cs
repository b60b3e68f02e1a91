using Harness.Certification.Verdicts;
using Harness.Protocol.Names;

namespace Harness.Features.World;

/// <summary>Which channels of the scenario's interconnects are on which of the target's devices, as it tells.</summary>
public sealed class Devices(World world)
{
    /// <summary>Two channels of one interconnect on two devices.</summary>
    /// <exception cref="SkipException">There are none.</exception>
    public async Task<(ChannelName One, ChannelName Other)> OfOneInterconnect() =>
        FirstOrSkip(
            from interconnect in await Read()
            from one in interconnect.Take(1)
            from other in interconnect
            where other.Device != one.Device
            select (one.Name, other.Name),
            "the target shows no interconnect with channels on two devices (obfuscatedDeviceId)");

    /// <summary>
    /// A channel of one interconnect, and a channel of another one on another device of the first: the one is in
    /// the way of the other's maintenance although they share no interconnect (MNT-06).
    /// </summary>
    /// <exception cref="SkipException">There are none.</exception>
    public async Task<(ChannelName One, ChannelName Other)> AcrossInterconnects()
    {
        var interconnects = await Read();
        return FirstOrSkip(
            from first in interconnects
            from second in interconnects
            where second != first
            from one in first
            from other in second
            where other.Device != one.Device && first.Any(channel => channel.Device == other.Device)
            select (one.Name, other.Name),
            "the target shows no two interconnects that share devices (obfuscatedDeviceId)");
    }

    private static (ChannelName One, ChannelName Other) FirstOrSkip(
        IEnumerable<(ChannelName One, ChannelName Other)> found, string otherwise) =>
        found.Take(1).ToList() is [var first] ? first : throw new SkipException(otherwise);

    // Interconnects that are in service come first: maintenance of others means less.
    private async Task<IReadOnlyList<IReadOnlyList<PlacedChannel>>> Read()
    {
        var interconnects = new List<IReadOnlyList<PlacedChannel>>();
        foreach (var interconnect in world.Place.Active.Concat(world.Place.Interconnects).Distinct())
        {
            var channels = new List<PlacedChannel>();
            foreach (var channel in interconnect.Channels)
                if ((await world.Partner.Get(channel.Name)).Accepted().Text("obfuscatedDeviceId") is { Length: > 0 } it)
                    channels.Add(new PlacedChannel(channel.Name, it));
            interconnects.Add(channels);
        }

        return interconnects;
    }

    private sealed record PlacedChannel(ChannelName Name, string Device);
}
