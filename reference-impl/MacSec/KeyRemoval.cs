using Harness.Protocol.Names;
using Harness.Reference.Outbox;

namespace Harness.Reference.MacSec;

/// <summary>Takes a deleted key out of the network (MAC-09).</summary>
internal sealed class KeyRemoval(Coordinator coordinator) : IDeliveryHandler
{
    public const string KindName = "macsec-remove";

    public string Kind => KindName;

    public async Task<DeliveryResult> DeliverAsync(Delivery delivery, CancellationToken cancellation)
    {
        var name = ResourceName.Parse<MacSecKeyName>(delivery.Subject);
        var again = await coordinator.Store.ReadAsync(
            transaction => MacSecKeyStore.FindAsync(transaction, name), cancellation);
        // A new key of the same id has been accepted meanwhile: its installation replaces the old one.
        if (again is null)
            await coordinator.Network.RemoveKeyAsync(name, cancellation);
        return new DeliveryResult.Done();
    }
}
