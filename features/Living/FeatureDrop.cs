using Harness.Protocol.Names;

namespace Harness.Features.Living;

/// <summary>
/// Deletes a feature that an operator does without: no customer traffic takes it any more when it goes away here, and
/// only then is the target told (DFE-01, DFE-02).
/// </summary>
/// <param name="ground">The partner.</param>
/// <param name="network">Drains it.</param>
/// <param name="name">The feature, by the partner's name.</param>
/// <param name="leave">Takes over what is left to be deleted at the target.</param>
internal sealed class FeatureDrop(
    Ground ground, NetworkFeatures network, FeatureName name, Action<Deletion> leave) : IUndertaking
{
    public FeatureName Feature => name;

    public Task<bool> TurnAsync(CancellationToken cancellation)
    {
        var drained = network.HasDrained(name);
        // Where the target has deleted it meanwhile, it knows.
        if (drained && ground.State.Features.Remove(name))
            leave(new Deletion(ground, name));
        return Task.FromResult(drained);
    }
}
