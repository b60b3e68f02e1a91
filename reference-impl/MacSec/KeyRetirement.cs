using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Outbox;
using Harness.Reference.Store;

namespace Harness.Reference.MacSec;

/// <summary>
/// The end of a rotation at its manager: once the new key is active on both sides, the older ones are deleted
/// at the peer and here (MAC-11). A new key that never turns active is replaced by a further one (MAC-17).
/// </summary>
internal sealed class KeyRetirement(Coordinator coordinator, MacSecKeyOperations operations) : IDeliveryHandler
{
    public const string KindName = "macsec-retire";

    public string Kind => KindName;

    public async Task<DeliveryResult> DeliverAsync(Delivery delivery, CancellationToken cancellation)
    {
        var name = ResourceName.Parse<MacSecKeyName>(delivery.Subject);
        var keys = await coordinator.Store.ReadAsync(
            transaction => MacSecKeyStore.OfChannelAsync(transaction, name.Channel), cancellation);
        if (keys.FirstOrDefault(key => key.KeyId == name.Id) is not { } current)
            return new DeliveryResult.Done();
        if (coordinator.Peers.Find(name.Channel.Provider().Provider) is not { } peer)
            return new DeliveryResult.Again("the testbed gives no address of the peer's API");
        if (coordinator.Rules.Decide(MacSecRules.FailsForward, (current, coordinator.Clock.GetUtcNow())))
            return await ReplaceAsync(peer, name, cancellation);
        if (!current.Active)
            return new DeliveryResult.Again("the new key is not active here yet");

        var there = coordinator.Peers.Self.Of(name);
        var known = await peer.GetMacSecKeyAsync(there, cancellation);
        if (known.ValueOrDefault?.Active is not true)
            return new DeliveryResult.Again("the new key is not active at the peer yet");

        var older = keys.Where(key => key.Id < current.Id).ToArray();
        foreach (var key in older)
        {
            var gone = await peer.DeleteMacSecKeyAsync(there.Channel.MacSecKey(key.KeyId), cancellation);
            if (gone is not ApiResult<Empty>.Success && gone.Status != StatusCodes.Status404NotFound)
                return new DeliveryResult.Again($"the peer answered {gone.Status} to the deletion of the old key");
        }

        return new DeliveryResult.Done(transaction => ForgetAsync(transaction, name.Channel, older));
    }

    // MAC-17: the key that failed goes at the peer first, because a channel holds two at most (MAC-05).
    private async Task<DeliveryResult> ReplaceAsync(
        CoordinatorClient peer, MacSecKeyName name, CancellationToken cancellation)
    {
        var gone = await peer.DeleteMacSecKeyAsync(coordinator.Peers.Self.Of(name), cancellation);
        return gone is ApiResult<Empty>.Refusal { Status: not StatusCodes.Status404NotFound }
            ? new DeliveryResult.Again($"the peer answered {gone.Status} to the deletion of a key that failed")
            : new DeliveryResult.Done(transaction => operations.ReplaceAsync(transaction, name));
    }

    private async Task ForgetAsync(StoreTransaction transaction, ChannelName channel, MacSecKeyRow[] older)
    {
        foreach (var key in older)
            if (await MacSecKeyStore.FindAsync(transaction, channel.MacSecKey(key.KeyId)) is { Active: false } row)
                await operations.RemoveAsync(transaction, channel.MacSecKey(key.KeyId), row);
    }
}
