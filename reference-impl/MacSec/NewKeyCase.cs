using Harness.Protocol.Names;

namespace Harness.Reference.MacSec;

/// <summary>A new key of a channel to decide on.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Manager">Who manages the channel's keys (CHN-01).</param>
/// <param name="Caller">Who brings the key.</param>
/// <param name="Channels">How many channels the interconnect has.</param>
/// <param name="Keys">All keys of the interconnect, the channel's included.</param>
/// <param name="Now">The protocol's time.</param>
public sealed record NewKeyCase(
    ChannelName Channel,
    ProviderName Manager,
    ProviderName Caller,
    int Channels,
    IReadOnlyList<MacSecKeyRow> Keys,
    DateTimeOffset Now)
{
    /// <summary>The keys of the channel itself.</summary>
    public IEnumerable<MacSecKeyRow> Own => Keys.Where(key => key.Channel == Channel.ToString());

    /// <summary>The keys of the interconnect's other channels.</summary>
    public IEnumerable<MacSecKeyRow> Others => Keys.Where(key => key.Channel != Channel.ToString());
}
