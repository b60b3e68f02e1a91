using Harness.Protocol.Names;

namespace Harness.Features.World;

/// <summary>The resources that scenarios name, those that never were among them.</summary>
public sealed class NamedResources(World world)
{
    /// <summary>Their words, as a regular expression.</summary>
    public const string Words =
        "its own provider|the target's provider|the environment|an interconnect|a channel|a feature of the connection"
        + "|an environment that never was|an interconnect that never was"
        + "|an interconnect of an environment that never was|a channel that never was"
        + "|a channel of an interconnect that never was|a connection that never was"
        + "|a connection of an interconnect that never was|a feature that never was"
        + "|a feature of a connection that never was|a MACsec key that never was"
        + "|a MACsec key of a channel that never was|an issue that never was";

    private AgreedInterconnect A => World.Needed(world.Place.A, "active interconnect");

    private EnvironmentName NoEnvironment => world.Parties.Partner.Environment(Never());

    private InterconnectName NoInterconnect => world.Place.Environment.Interconnect(Never());

    private ConnectionName NoConnection => A.Name.Connection(world.Data.Uuid());

    /// <summary>The resource of those words. Below what never was, ids are those of what is there.</summary>
    public ResourceName Find(string words) => words switch
    {
        "its own provider" => world.Parties.Partner,
        "the target's provider" => world.Parties.Target,
        "the environment" => world.Place.Environment,
        "an interconnect" => A.Name,
        "a channel" => A.Channels[0].Name,
        "a feature of the connection" => Feature(),
        "an environment that never was" => NoEnvironment,
        "an interconnect that never was" => NoInterconnect,
        "an interconnect of an environment that never was" => NoEnvironment.Interconnect(A.Name.Id),
        "a channel that never was" => A.Name.Channel(Never()),
        "a channel of an interconnect that never was" => NoInterconnect.Channel(A.Channels[0].Name.Id),
        "a connection that never was" => NoConnection,
        "a connection of an interconnect that never was" => NoInterconnect.Connection(world.The.Uuid),
        "a feature that never was" => world.NameOf(world.The).Feature(Never()),
        "a feature of a connection that never was" => NoConnection.Feature(Feature().Id),
        "a MACsec key that never was" => A.Channels[0].Name.MacSecKey(Never()),
        "a MACsec key of a channel that never was" => A.Name.Channel(Never()).MacSecKey(Never()),
        _ => world.Parties.Partner.Issue(Never()),
    };

    private FeatureName Feature() => world.FeaturesOf(world.NameOf(world.The)) is [var first, ..]
        ? first.Name
        : throw new InvalidOperationException("the scenario has proposed no feature yet");

    private string Never() => world.Data.Id("never");
}
