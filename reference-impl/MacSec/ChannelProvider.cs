using Harness.Protocol.Names;

namespace Harness.Reference.MacSec;

/// <summary>Whose prefix a channel's name has: the peer that the channel leads to.</summary>
internal static class ChannelProvider
{
    public static ProviderName Provider(this ChannelName channel) => channel.Interconnect.Environment.Provider;
}
