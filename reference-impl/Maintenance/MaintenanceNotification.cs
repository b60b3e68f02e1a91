using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Outbox;

namespace Harness.Reference.Maintenance;

/// <summary>
/// Tells a peer that our events of a channel have changed, once they can be read (MNT-02); repeated until it is
/// acknowledged.
/// </summary>
internal sealed class MaintenanceNotification(Coordinator coordinator) : IDeliveryHandler
{
    public const string KindName = "maintenance-notify";

    public string Kind => KindName;

    public async Task<DeliveryResult> DeliverAsync(Delivery delivery, CancellationToken cancellation)
    {
        var channel = ResourceName.Parse<ChannelName>(delivery.Subject);
        if (coordinator.Peers.Find(channel.Interconnect.Environment.Provider.Provider) is not { } peer)
            return new DeliveryResult.Done();
        var answer = await peer.NotifyMaintenanceAsync(
            coordinator.Peers.Self.Of(channel), new NotifyMaintenanceRequest(), cancellation);
        return answer is ApiResult<Empty>.Refusal
            ? new DeliveryResult.Again($"the peer answered {answer.Status}")
            : new DeliveryResult.Done();
    }
}
