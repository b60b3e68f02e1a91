using Harness.Protocol.Names;

namespace Harness.Reference.Peers;

/// <summary>
/// The names by which we ask for resources at a peer: below our own provider prefix, where ours are below
/// the peer's.
/// </summary>
/// <param name="ownProvider">Our own provider id.</param>
public sealed class PeerNames(string ownProvider)
{
    public EnvironmentName Of(EnvironmentName ours) => new ProviderName(ownProvider).Environment(ours.Environment);

    public InterconnectName Of(InterconnectName ours) => Of(ours.Environment).Interconnect(ours.Interconnect);

    public ChannelName Of(ChannelName ours) => Of(ours.Interconnect).Channel(ours.Channel);

    public MacSecKeyName Of(MacSecKeyName ours) => Of(ours.Channel).MacSecKey(ours.MacSecKey);

    public ConnectionName Of(ConnectionName ours) => Of(ours.Interconnect).Connection(ours.Connection);
}
