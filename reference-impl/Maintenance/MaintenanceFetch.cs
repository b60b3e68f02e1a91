using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Outbox;

namespace Harness.Reference.Maintenance;

/// <summary>Fetches a peer's events of a channel, after it has notified (MNT-03).</summary>
internal sealed class MaintenanceFetch(Coordinator coordinator) : IDeliveryHandler
{
    public const string KindName = "maintenance-fetch";

    public string Kind => KindName;

    public async Task<DeliveryResult> DeliverAsync(Delivery delivery, CancellationToken cancellation)
    {
        var channel = ResourceName.Parse<ChannelName>(delivery.Subject);
        if (coordinator.Peers.Find(channel.Interconnect.Environment.Provider.Provider) is not { } peer)
            return new DeliveryResult.Done();
        var answer = await peer.GetMaintenanceEventsAsync(coordinator.Peers.Self.Of(channel), cancellation);
        return answer switch
        {
            ApiResult<GetMaintenanceEventsResponse>.Success success => new DeliveryResult.Done(
                transaction => MaintenanceStore.ReplacePeersAsync(
                    transaction, channel, (success.Value.Events ?? []).Where(IsWhole))),
            // The peer knows no such channel, or not us: asking again brings nothing else.
            ApiResult<GetMaintenanceEventsResponse>.Refusal { Status: < 500 } => new DeliveryResult.Done(),
            _ => new DeliveryResult.Again($"the peer answered {answer.Status}"),
        };
    }

    private static bool IsWhole(MaintenanceEvent told) =>
        told is { MaintenanceId: not null, StartTime: not null, EndTime: not null };
}
