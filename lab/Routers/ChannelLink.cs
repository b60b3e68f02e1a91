using Harness.Lab.Wiring;

namespace Harness.Lab.Routers;

/// <summary>What a device needs for a channel before any feature is on it: the LAG, and MACsec on the LAG.</summary>
public static class ChannelLink
{
    /// <summary>MTU of every wire, in bytes: room for the largest feature (9001) with VLAN, MACsec and VXLAN.</summary>
    public const int WireMtu = 9216;

    private const int MacSecBytes = 32;

    /// <summary>Lines for <c>ip -batch</c>. MACsec has no key yet, and so lets nothing through (MAC-16).</summary>
    public static IEnumerable<string> Lines(ChannelEnd end, ChannelEnd peer, RouterAbilities abilities)
    {
        var under = Under(end, abilities);
        var bonded = under != end.Members[0];
        if (bonded)
        {
            yield return $"link add {under} type bond mode balance-xor xmit_hash_policy layer3+4 miimon 100";
            yield return $"link set {under} address {end.Ethernet} addrgenmode none";
        }

        foreach (var member in bonded ? end.Members : [end.Members[0]])
        {
            // Nothing may be reached on the wire itself, where nothing is encrypted.
            yield return $"link set {member} down addrgenmode none";
            yield return $"link set {member} mtu {WireMtu}";
            yield return bonded ? $"link set {member} master {under}" : $"link set {member} up";
        }

        if (bonded)
        {
            yield return $"link set {under} mtu {WireMtu}";
            yield return $"link set {under} up";
        }

        foreach (var line in abilities.MacSec ? Secured(end, peer, under) : [])
            yield return line;
        yield return $"addr add {end.Underlay}/{AddressPlan.PairBits} dev {Carrier(end, abilities)}";
    }

    /// <summary>The interface that features sit on.</summary>
    public static string Carrier(ChannelEnd end, RouterAbilities abilities) =>
        abilities.MacSec ? end.Secured : Under(end, abilities);

    private static string Under(ChannelEnd end, RouterAbilities abilities) =>
        abilities.Bonding ? end.Lag : end.Members[0];

    private static IEnumerable<string> Secured(ChannelEnd end, ChannelEnd peer, string under) =>
    [
        $"link add link {under} name {end.Secured} type macsec cipher gcm-aes-128 encrypt on protect on "
            + "validate strict send_sci on encodingsa 0",
        $"link set {end.Secured} mtu {WireMtu - MacSecBytes} addrgenmode none",
        $"macsec add {end.Secured} rx port 1 address {peer.Ethernet}",
        $"link set {end.Secured} up",
    ];
}
