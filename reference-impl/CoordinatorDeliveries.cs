using Harness.Reference.Connections;
using Harness.Reference.Features;
using Harness.Reference.MacSec;
using Harness.Reference.Maintenance;
using Harness.Reference.Negotiations;
using Harness.Reference.Outbox;

namespace Harness.Reference;

/// <summary>The one list of all kinds of deliveries.</summary>
internal static class CoordinatorDeliveries
{
    public static IReadOnlyList<IDeliveryHandler> Of(Coordinator coordinator)
    {
        var keys = new MacSecKeyOperations(coordinator);
        return
        [
            new ActivateFeatureDelivery(coordinator),
            new DeactivateFeatureDelivery(coordinator),
            new NotifyStatusDelivery(coordinator),
            new RefreshDelivery(coordinator),
            new UpdateAtPeerDelivery(coordinator),
            new DeleteAtPeerDelivery(coordinator),
            new ConfirmKeyDelivery(coordinator),
            new ChooseInterconnectDelivery(coordinator),
            new ProposeConnectionDelivery(coordinator),
            new AskGuidanceDelivery(coordinator),
            new ProposeFeatureDelivery(coordinator),
            new DrainFeatureDelivery(coordinator),
            new DeleteFeatureDelivery(coordinator),
            new LeaveOldDelivery(coordinator),
            new RollBackDelivery(coordinator),
            new KeyActivation(coordinator, keys),
            new KeyOffer(coordinator, keys),
            new KeyRemoval(coordinator),
            new KeyRetirement(coordinator, keys),
            new MaintenanceFetch(coordinator),
            new MaintenanceNotification(coordinator),
            new ChannelDrain(coordinator),
        ];
    }
}
