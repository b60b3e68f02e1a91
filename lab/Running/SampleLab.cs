using Harness.Lab.Operating;
using Harness.Lab.Routers;
using Harness.Lab.Routers.MacSec;
using Harness.Lab.Runtimes;
using Harness.Lab.Wiring;

namespace Harness.Lab.Running;

/// <summary>A lab that carries its customers' traffic, without coordinators.</summary>
/// <param name="Running">The lab.</param>
/// <param name="Wiring">What it is made of.</param>
/// <param name="Connections">A connection for each customer.</param>
/// <param name="Keys">The key of each channel.</param>
public sealed record SampleLab(
    IRunningLab Running,
    LabWiring Wiring,
    IReadOnlyList<SampleConnection> Connections,
    IReadOnlyDictionary<WiredChannel, SecureAssociation> Keys) : IAsyncDisposable
{
    /// <summary>What the routers' kernel can do.</summary>
    public RouterAbilities Abilities => RouterAbilities.Of(Running.Suitability);

    /// <summary>Its routers, of both providers.</summary>
    /// <param name="time">Measures deadlines.</param>
    public ProviderRouters Routers(TimeProvider time) => new(Running, Abilities, time);

    public ValueTask DisposeAsync() => Running.DisposeAsync();
}
