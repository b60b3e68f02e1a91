using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Network;
using Harness.Reference.Outbox;
using Harness.Reference.Store;

namespace Harness.Reference.MacSec;

/// <summary>
/// The manager's side of a rotation: installs the new key in standby, then gives it to the peer (MAC-10). A
/// peer that declines ends the rotation; the next one brings a new key (MAC-17).
/// </summary>
internal sealed class KeyOffer(Coordinator coordinator, MacSecKeyOperations operations) : IDeliveryHandler
{
    public const string KindName = "macsec-offer";

    public string Kind => KindName;

    public async Task<DeliveryResult> DeliverAsync(Delivery delivery, CancellationToken cancellation)
    {
        var name = ResourceName.Parse<MacSecKeyName>(delivery.Subject);
        var (key, cak) = await coordinator.Store.ReadAsync(
            async transaction => (
                await MacSecKeyStore.FindAsync(transaction, name),
                await MacSecKeyStore.FindCakAsync(transaction, name)),
            cancellation);
        if (key is null || cak is null)
            return new DeliveryResult.Done();
        if (coordinator.Peers.Find(name.Channel.Provider().Provider) is not { } peer)
            return new DeliveryResult.Again("the testbed gives no address of the peer's API");

        await coordinator.Network.InstallKeyAsync(new KeyInstallation(name, key.Ckn, cak), cancellation);
        return await GiveAsync(peer, name, key, cak, cancellation);
    }

    private async Task<DeliveryResult> GiveAsync(
        CoordinatorClient peer, MacSecKeyName name, MacSecKeyRow key, string cak, CancellationToken cancellation)
    {
        var there = coordinator.Peers.Self.Of(name);
        // An earlier attempt may have arrived without its answer coming back.
        var known = await peer.GetMacSecKeyAsync(there, cancellation);
        if (known is not ApiResult<MacSecKey>.Success)
        {
            var body = new MacSecKey(there.ToString(), cak, key.Ckn);
            var given = await peer.CreateMacSecKeyAsync(there, body, cancellation);
            if (given is ApiResult<MacSecKey>.Refusal { Status: >= 400 and < 500 })
                return new DeliveryResult.Done(transaction => DropAsync(transaction, name));
            if (given.Status is < 200 or > 299)
                return new DeliveryResult.Again($"the peer answered {given.Status}");
        }

        return new DeliveryResult.Done(transaction => ProceedAsync(transaction, name));
    }

    private async Task ProceedAsync(StoreTransaction transaction, MacSecKeyName name)
    {
        await coordinator.Outbox.AddAsync(transaction, KeyActivation.KindName, name.ToString());
        await coordinator.Outbox.AddAsync(transaction, KeyRetirement.KindName, name.ToString());
    }

    private async Task DropAsync(StoreTransaction transaction, MacSecKeyName name)
    {
        if (await MacSecKeyStore.FindAsync(transaction, name) is { } key)
            await operations.RemoveAsync(transaction, name, key);
    }
}
