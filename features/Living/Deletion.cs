using Harness.Protocol.Names;

namespace Harness.Features.Living;

/// <summary>Has the target delete what the partner has deleted, until it acknowledges (DEL-05, DFE-01).</summary>
/// <param name="ground">The partner.</param>
/// <param name="name">A connection or a feature, by the partner's name.</param>
internal sealed class Deletion(Ground ground, ResourceName name) : IUndertaking
{
    public async Task<bool> TurnAsync(CancellationToken cancellation) => Ground.IsGone(name switch
    {
        FeatureName feature => await ground.Target.DeleteFeatureAsync(ground.There(feature), cancellation),
        ConnectionName connection => await ground.Target.DeleteConnectionAsync(ground.There(connection), cancellation),
        _ => throw new InvalidOperationException($"expected a connection or a feature, found {name}"),
    });
}
