using Harness.Protocol.Names;
using Harness.Reference.Outbox;

namespace Harness.Reference.Connections;

/// <summary>Notes that the peer says it has no such connection: after seven days it goes here too (CON-15).</summary>
internal sealed class MissingAtPeer(Coordinator coordinator)
{
    /// <summary>Notes a 404; null for any other answer.</summary>
    public async Task<DeliveryResult?> NoteAsync(ConnectionName ours, int status)
    {
        if (status != StatusCodes.Status404NotFound)
            return null;
        await coordinator.Store.WriteAsync(
            async transaction =>
            {
                if (await ConnectionStore.FindAsync(transaction, ours) is { MissingSince: null } row)
                    await ConnectionStore.MissAsync(transaction, row.Id, coordinator.Now);
            },
            CancellationToken.None);
        return new DeliveryResult.Again("the peer says that it has no such connection");
    }
}
