using System.Text.Json.Nodes;
using Harness.Protocol.Names;

namespace Harness.Features.World;

/// <summary>A MACsec key that the partner proposes for a channel. Its CAK is a secret (SEC-05).</summary>
/// <param name="name">Its name below the partner's prefix.</param>
/// <param name="body">The body that proposes it, to be changed freely before it is sent.</param>
public sealed class ProposedKey(MacSecKeyName name, JsonObject body)
{
    private const int Octets = 32;

    public MacSecKeyName Name { get; } = name;

    public ChannelName Channel => Name.Channel;

    public JsonObject Body { get; } = body;

    /// <summary>A key that nothing is wrong with, its CAK and CKN of 32 octets each (MAC-15).</summary>
    public static ProposedKey For(ChannelName channel, TestData data) => new(
        channel.MacSecKey(data.Id("key")),
        new JsonObject { ["cak"] = data.Hex(Octets), ["ckn"] = data.Hex(Octets) });

    /// <summary>Leaves out the key material (SEC-05).</summary>
    public override string ToString() => $"key {Name}";
}
