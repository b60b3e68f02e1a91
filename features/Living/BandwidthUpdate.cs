using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Features.Living;

/// <summary>
/// A change of bandwidth that the partner's customer asked for: it stands once the target has agreed, and the old one
/// stays where it refuses (UPD-06, UPD-07).
/// </summary>
/// <param name="ground">The partner.</param>
/// <param name="status">Tells the target when the change is complete (UPD-08).</param>
/// <param name="connection">The connection.</param>
/// <param name="mbps">In Mbps.</param>
internal sealed class BandwidthUpdate(Ground ground, StatusKeeper status, ConnectionName connection, int mbps)
    : IUndertaking
{
    public string Uuid => connection.Id;

    public async Task<bool> TurnAsync(CancellationToken cancellation)
    {
        var answer = await ground.Target.UpdateConnectionAsync(
            ground.There(connection), new Connection(BandwidthMbps: mbps), "bandwidthMbps", cancellation);
        if (answer is not ApiResult<Connection>.Success)
            return Ground.IsDefinite(answer.Status);
        lock (ground.State.Guard)
        {
            if (ground.State.Connections.Get(connection) is { } found)
                ground.State.Connections.Put(found with { BandwidthMbps = mbps });
        }

        status.Changed(connection);
        return true;
    }
}
