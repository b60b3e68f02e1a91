using Harness.Protocol.Names;

namespace Harness.Features.Living;

/// <summary>Creates the features anew that a live connection lost on channels that the partner owns (DFE-03).</summary>
/// <param name="ground">The partner.</param>
/// <param name="status">Knows what was lost.</param>
internal sealed class FeatureFilling(Ground ground, StatusKeeper status) : IUndertaking
{
    private readonly Dictionary<ConnectionName, FeatureProposals> proposals = [];

    public async Task<bool> TurnAsync(CancellationToken cancellation)
    {
        foreach (var connection in ground.Connections())
        {
            var lost = status.Lost(connection).Where(ground.Manages).ToList();
            if (lost.Count == 0)
                proposals.Remove(connection);
            else if (proposals.TryGetValue(connection, out var open))
                await open.ProposeAsync(lost, cancellation);
            else
                await (proposals[connection] = new FeatureProposals(ground, connection))
                    .ProposeAsync(lost, cancellation);
        }

        return false;
    }
}
