using Harness.Protocol.Names;
using Harness.Reference.Network;
using Harness.Reference.Outbox;

namespace Harness.Reference.MacSec;

/// <summary>Installs an accepted key and marks it active once the router is seen to use it (MAC-13).</summary>
internal sealed class KeyActivation(Coordinator coordinator, MacSecKeyOperations operations) : IDeliveryHandler
{
    public const string KindName = "macsec-activate";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

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
        await coordinator.Network.InstallKeyAsync(new KeyInstallation(name, key.Ckn, cak), cancellation);
        if (!await IsActiveInTimeAsync(name, cancellation))
            return new DeliveryResult.Again("the router does not use the key yet");
        return new DeliveryResult.Done(transaction => operations.ActivateAsync(transaction, name));
    }

    // An attempt ends, so that one for a key that was given up does not go on for ever (MAC-17).
    private async Task<bool> IsActiveInTimeAsync(MacSecKeyName name, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, coordinator.TechnicalTime);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            await coordinator.Network.AwaitKeyActiveAsync(name, both.Token);
            return true;
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return false;
        }
    }
}
