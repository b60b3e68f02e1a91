using Harness.Certification.Verdicts;
using Harness.Protocol.Names;

namespace Harness.Features.World;

/// <summary>Channels of one interconnect whose keys the partner manages.</summary>
/// <param name="Interconnect">The interconnect.</param>
/// <param name="Channels">The channels, in the order in which a scenario counts them.</param>
public sealed record KeyChannels(AgreedInterconnect Interconnect, IReadOnlyList<ChannelName> Channels)
{
    public ChannelName First => At(0);

    public ChannelName Second => At(1);

    /// <summary>Whether the partner manages the keys of all channels of the interconnect.</summary>
    public bool AreAll => Channels.Count == Interconnect.Channels.Count;

    /// <summary>The channels of an interconnect that the manager manages.</summary>
    public static KeyChannels Of(AgreedInterconnect interconnect, ProviderName manager) => new(
        interconnect,
        [
            .. interconnect.Channels
                .Where(channel => channel.MacsecManager == manager.ToString())
                .Select(channel => channel.Name),
        ]);

    /// <summary>
    /// The interconnect of whose channels none has a key, the last one of several: the first serves the scenarios
    /// that need keys. None where there is no such interconnect of two channels at least.
    /// </summary>
    /// <param name="without">The channels without keys, by interconnect.</param>
    public static KeyChannels? Untouched(IReadOnlyList<KeyChannels> without) =>
        without.LastOrDefault(found => found.AreAll && found.Channels.Count > 1);

    /// <summary>
    /// So many channels without keys on one interconnect: on the one that has the fewest to spare, and of several
    /// alike the last. None where no interconnect has so many.
    /// </summary>
    /// <param name="without">The channels without keys, by interconnect.</param>
    /// <param name="count">How many are needed.</param>
    public static KeyChannels? Some(IReadOnlyList<KeyChannels> without, int count) => without
        .Reverse()
        .Where(found => found.Channels.Count >= count)
        .MinBy(found => found.Channels.Count);

    private ChannelName At(int index) => Channels.Count > index
        ? Channels[index]
        : throw new SkipException(
            $"{Interconnect.Name.Id} has {Channels.Count} channels whose keys the partner manages: "
            + $"{index + 1} are needed");
}
