using Harness.Lab.Wiring;

namespace Harness.Lab.Routers.MacSec;

/// <summary>The single changes to the keys of one end of a channel. In which order they lose nothing says
/// <see cref="RotationPlan"/>.</summary>
public static class MacSecChanges
{
    /// <summary>Accepts frames under a key.</summary>
    public static RouterChange AddReceive(ChannelEnd end, ChannelEnd peer, SecureAssociation key) =>
        WithKey(end, $"macsec add {Receive(end, peer)} sa {key.Number} pn 1 on", key);

    /// <summary>Knows a key to send under, and does not use it yet (MAC-10).</summary>
    public static RouterChange AddTransmit(ChannelEnd end, SecureAssociation key) =>
        WithKey(end, $"macsec add {end.Secured} tx sa {key.Number} pn 1 on", key);

    /// <summary>Sends under a key.</summary>
    public static RouterChange Use(ChannelEnd end, int number) =>
        RouterChange.Ip(end.Node, $"link set {end.Secured} type macsec encodingsa {number}");

    /// <summary>Forgets a key to send under. Where it is the one in use, nothing is sent any more.</summary>
    public static RouterChange RemoveTransmit(ChannelEnd end, int number) => RouterChange.Ip(
        end.Node,
        $"macsec set {end.Secured} tx sa {number} off",
        $"macsec del {end.Secured} tx sa {number}");

    /// <summary>Accepts no frames under a key any more.</summary>
    public static RouterChange RemoveReceive(ChannelEnd end, ChannelEnd peer, int number) => RouterChange.Ip(
        end.Node,
        $"macsec set {Receive(end, peer)} sa {number} off",
        $"macsec del {Receive(end, peer)} sa {number}");

    private static string Receive(ChannelEnd end, ChannelEnd peer) =>
        $"{end.Secured} rx port 1 address {peer.Ethernet}";

    private static RouterChange WithKey(ChannelEnd end, string words, SecureAssociation key) => new(
        end.Node,
        RouterTool.Ip,
        [
            new RouterLine(
                $"{words} key {key.KeyId} {key.Sak}", $"{words} key {key.KeyId} {RouterLine.Hidden}"),
        ]);
}
