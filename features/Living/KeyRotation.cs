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
    private readonly MacSecKey key;
    private readonly MacSecKeyName name;
    private bool given;

    /// <param name="ground">The partner.</param>
    /// <param name="channel">The channel, by the partner's name.</param>
    public KeyRotation(Ground ground, ChannelName channel)
    {
        this.ground = ground;
        name = channel.MacSecKey(ground.Data.Id("k"));
        key = new MacSecKey($"{name}", ground.Data.Hex(CakOctets), ground.Data.Hex(CknOctets), Active: false);
        // In standby on the own device before the target has it (MAC-10).
        ground.State.MacSecKeys.Put(key);
    }

    public InterconnectName Interconnect => name.Channel.Interconnect;

    public async Task<bool> TurnAsync(CancellationToken cancellation)
    {
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

        var seen = await ground.Target.GetMacSecKeyAsync(there, cancellation);
        return seen.ValueOrDefault?.Active == true && await RetireOldAsync(cancellation);
    }

    private async Task<bool> RetireOldAsync(CancellationToken cancellation)
    {
        var older = Activate();
        foreach (var old in older)
        {
            if (!Ground.IsGone(await ground.Target.DeleteMacSecKeyAsync(ground.There(old), cancellation)))
                return false;
            ground.State.MacSecKeys.Remove(old);
        }

        return true;
    }

    // The others are inactive from then on (MAC-06).
    private List<MacSecKeyName> Activate()
    {
        lock (ground.State.Guard)
        {
            foreach (var one in ground.State.MacSecKeys.Children(name.Channel))
                ground.State.MacSecKeys.Put(one with { Active = one.Name == key.Name });
            return
            [
                .. ground.State.MacSecKeys.Children(name.Channel)
                    .Where(one => one.Name != key.Name)
                    .Select(one => ResourceName.Parse<MacSecKeyName>(one.Name)),
            ];
        }
    }
}
