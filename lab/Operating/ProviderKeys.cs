using System.Collections.Concurrent;
using Harness.Lab.Measuring.Routers;
using Harness.Lab.Routers.MacSec;
using Harness.Lab.Runtimes;
using Harness.Lab.Wiring;

namespace Harness.Lab.Operating;

/// <summary>
/// One provider's end of the keys of its channels. Neither end tells the other when: who gives a key to the other is
/// ready to receive under it before, so the other sends under it as soon as it has it; who gave it does so once frames
/// come in under it. So nothing is sent that the other end would not accept (MAC-19).
/// </summary>
public sealed class ProviderKeys(ProviderRouters routers)
{
    private readonly ConcurrentDictionary<string, SecureAssociation> known = new(StringComparer.Ordinal);

    /// <summary>Makes a router know a key without using it (MAC-10).</summary>
    /// <param name="name">Tells keys apart.</param>
    /// <param name="end">This end of the channel.</param>
    /// <param name="peer">The other end.</param>
    /// <param name="cak">The CAK, in hex. A secret (SEC-05).</param>
    /// <param name="ckn">The CKN, in hex.</param>
    /// <param name="cancellation">Of the caller.</param>
    public async Task InstallAsync(
        string name, ChannelEnd end, ChannelEnd peer, string cak, string ckn, CancellationToken cancellation)
    {
        if (known.ContainsKey(name))
            return;
        var status = await routers.ReadMacSecAsync(end, cancellation);
        var key = SecureAssociation.Derive(cak, ckn, NextNumber(status));
        await ClearAsync(end, peer, status, key.Number, cancellation);
        await routers.ApplyAsync(MacSecChanges.AddReceive(end, peer, key), cancellation);
        await routers.ApplyAsync(MacSecChanges.AddTransmit(end, key), cancellation);
        known[name] = key;
    }

    /// <summary>Completes when the router is seen to use a key in both directions (MAC-13).</summary>
    /// <param name="name">A key that is installed.</param>
    /// <param name="end">This end of the channel.</param>
    /// <param name="peer">The other end.</param>
    /// <param name="gave">Whether this provider gave the key to the other.</param>
    /// <param name="cancellation">Of the caller.</param>
    /// <exception cref="LabException">The key is not installed, or never comes to be used.</exception>
    public async Task AwaitActiveAsync(
        string name, ChannelEnd end, ChannelEnd peer, bool gave, CancellationToken cancellation)
    {
        if (!known.TryGetValue(name, out var key))
            throw new LabException($"{end.Node}: expected the key {name} to be installed, found it unknown");
        if (gave)
            await ReceivingAsync(end, peer, key, cancellation);
        await routers.ApplyAsync(MacSecChanges.Use(end, key.Number), cancellation);
        if (!gave)
            await ReceivingAsync(end, peer, key, cancellation);
    }

    /// <summary>Takes a key away; done at once where it is not there.</summary>
    public async Task RemoveAsync(string name, ChannelEnd end, ChannelEnd peer, CancellationToken cancellation)
    {
        if (!known.TryGetValue(name, out var key))
            return;
        var status = await routers.ReadMacSecAsync(end, cancellation);
        if (Holds(status, key))
            await ClearAsync(end, peer, status, key.Number, cancellation);
        known.TryRemove(name, out _);
    }

    /// <summary>The keys that are installed, by name.</summary>
    public IReadOnlyDictionary<string, SecureAssociation> Known => known;

    // Both ends look at the association that both use, and so come to the same number.
    private static int NextNumber(MacSecStatus status)
    {
        const int numbers = 4;
        var used = status.SaList.Any(it => it.An == status.EncodingSa && it.Active);
        return used ? (status.EncodingSa + 1) % numbers : status.EncodingSa;
    }

    private static bool Holds(MacSecStatus status, SecureAssociation key) =>
        status.SaList.Any(it => it.An == key.Number && it.Key == key.KeyId)
        || status.RxSc.Any(from => from.SaList.Any(it => it.An == key.Number && it.Key == key.KeyId));

    private async Task ClearAsync(
        ChannelEnd end, ChannelEnd peer, MacSecStatus status, int number, CancellationToken cancellation)
    {
        if (status.SaList.Any(it => it.An == number))
            await routers.ApplyAsync(MacSecChanges.RemoveTransmit(end, number), cancellation);
        if (status.RxSc.Any(from => from.SaList.Any(it => it.An == number)))
            await routers.ApplyAsync(MacSecChanges.RemoveReceive(end, peer, number), cancellation);
    }

    // Without traffic nothing would be seen; the other end answers a ping under the key that it sends under.
    private Task ReceivingAsync(
        ChannelEnd end, ChannelEnd peer, SecureAssociation key, CancellationToken cancellation) =>
        routers.UntilAsync(
            $"frames under association {key.Number} at {end.Node}",
            async stop =>
            {
                var status = await routers.ReadMacSecAsync(end, stop);
                var received = status.RxSc.SelectMany(from => from.SaList)
                    .Any(it => it.An == key.Number && it.Key == key.KeyId && it.InPktsOK > 0);
                if (received)
                    return null;
                await routers.SucceedsAsync(
                    end.Node, ["ping", "-c", "1", "-W", "1", "-I", end.Secured, $"{peer.Underlay}"], stop);
                return $"none so far; the other end is {Other(status)}";
            },
            cancellation);

    private static string Other(MacSecStatus status) => status.Refused > 0
        ? $"refused: {status.Refused} of its frames were not valid"
        : "silent under it";
}
