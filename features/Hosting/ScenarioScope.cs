using Harness.Certification.Running;
using Harness.Features.World;
using Harness.Simulator;

namespace Harness.Features.Hosting;

/// <summary>The world of one scenario; what the scenario has made is undone when it is closed.</summary>
internal sealed class ScenarioScope(World.World world, PartnerScope partner, Cleanup cleanup) : IScenarioScope
{
    public IReadOnlyList<object> Instances { get; } = [world];

    /// <exception cref="CleanupException">Something could not be undone; says what is left behind.</exception>
    public async ValueTask DisposeAsync()
    {
        // The target may have to call the partner before it can delete: the gates open first.
        partner.Release();
        var left = await cleanup.RunAsync();
        partner.Dispose();
        if (left.Count > 0)
            throw new CleanupException(string.Join("; ", left));
    }
}
