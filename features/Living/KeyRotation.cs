using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Features.Living;

/// <summary>
/// Gives a channel that the partner manages another key, and takes the old one away once the new one is active on both
/// sides (MAC-10, MAC-11).
/// </summary>
internal sealed class KeyRotation : IUndertaking
{
    private const int CakOctets = 32;
    private const int CknOctets = 16;

    private readonly Ground ground;
    private readonly NetworkKeys network;
    private readonly MacSecKey key;
    private readonly MacSecKeyName name;
    private bool given;

    /// <param name="ground">The partner.</param>
    /// <param name="network">Has the own router know the key and use it.</param>
    /// <param name="channel">The channel, by the partner's name.</param>
    public KeyRotation(Ground ground, NetworkKeys network, ChannelName channel)
    {
        this.ground = ground;
        this.network = network;
        IsFirst = ground.State.MacSecKeys.Children(channel).Count == 0;
        name = channel.MacSecKey(ground.Data.Id("k"));
        key = new MacSecKey($"{name}", ground.Data.Hex(CakOctets), ground.Data.Hex(CknOctets), Active: false);
        ground.State.MacSecKeys.Put(key);
    }

    public ChannelName Channel => name.Channel;

    /// <summary>Whether the channel had no key before, which holds back no other channel (MAC-12).</summary>
    public bool IsFirst { get; }

    public async Task<bool> TurnAsync(CancellationToken cancellation)
    {
        // In standby on the own device before the target has it (MAC-10).
        if (!network.StandsBy(name))
            return false;
        var there = ground.There(name);
        if (!given)
        {
            var answer = await ground.Target.CreateMacSecKeyAsync(
                there, key with { Name = $"{there}", Active = null }, cancellation);
            // An earlier try may have arrived without its answer coming back: what is there is ours then.
            var known = answer.Status == 409 ? await ground.Target.GetMacSecKeyAsync(there, cancellation) : answer;
            given = known is ApiResult<MacSecKey>.Success;
            if (!given && Ground.IsDefinite(known.Status))
                ground.State.MacSecKeys.Remove(name);
            if (!given)
                return Ground.IsDefinite(known.Status);
        }

        if (!network.Uses(name))
            return false;
        var seen = await ground.Target.GetMacSecKeyAsync(there, cancellation);
        return seen.ValueOrDefault?.Active == true && await RetireOldAsync(cancellation);
    }

    private async Task<bool> RetireOldAsync(CancellationToken cancellation)
    {
        var older = ground.State.MacSecKeys.Children(name.Channel).Where(one => one.Name != key.Name).ToList();
        foreach (var old in older.Select(one => ResourceName.Parse<MacSecKeyName>(one.Name)))
        {
            if (!Ground.IsGone(await ground.Target.DeleteMacSecKeyAsync(ground.There(old), cancellation)))
                return false;
            ground.State.MacSecKeys.Remove(old);
        }

        return true;
    }
}
