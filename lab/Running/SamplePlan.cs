using Harness.Lab.Planning;
using Harness.Lab.Routers;
using Harness.Lab.Routers.MacSec;
using Harness.Lab.Wiring;

namespace Harness.Lab.Running;

/// <summary>All that a lab without coordinators is brought up from: a connection for each customer, made up.</summary>
/// <param name="Plan">Nodes and wires, with the interfaces of features and the first keys.</param>
/// <param name="Sessions">What FRR is told once its daemons run. It holds passwords (SEC-05).</param>
/// <param name="Connections">A connection for each customer.</param>
/// <param name="Keys">The key of each channel.</param>
public sealed record SamplePlan(
    LabPlan Plan,
    IReadOnlyList<RouterChange> Sessions,
    IReadOnlyList<SampleConnection> Connections,
    IReadOnlyDictionary<WiredChannel, SecureAssociation> Keys)
{
    /// <summary>Makes it up.</summary>
    /// <param name="label">Marks all that is created.</param>
    /// <param name="wiring">The lab.</param>
    /// <param name="abilities">What the routers' kernel can do.</param>
    /// <param name="seed">Of keys and passwords.</param>
    public static SamplePlan Of(string label, LabWiring wiring, RouterAbilities abilities, int seed)
    {
        var random = new Random(seed);
        var connections = SampleConnection.Of(wiring, random);
        var keys = SampleConnection.Keys(wiring, random);
        var changes = new FeatureChanges(abilities);
        var features = connections
            .SelectMany(connection => wiring.Topology.Providers.SelectMany(it => connection.FeaturesOf(wiring, it)))
            .SelectMany(feature => changes.Up(feature))
            .ToLookup(change => change.Tool);
        var first = abilities.MacSec ? keys.SelectMany(it => FirstKey(it.Key, it.Value)) : [];
        var plan = LabPlans.Of(label, wiring, abilities, [.. first, .. features[RouterTool.Ip]]);
        return new SamplePlan(plan, [.. features[RouterTool.Frr]], connections, keys);
    }

    private static IEnumerable<RouterChange> FirstKey(WiredChannel channel, SecureAssociation key) =>
        RotationPlan.First(channel, key).OfType<RotationStep.Change>().SelectMany(step => step.Changes);
}
