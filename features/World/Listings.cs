using Harness.Protocol.Names;

namespace Harness.Features.World;

/// <summary>The lists that scenarios name.</summary>
public sealed class Listings(World world, GoodCalls calls)
{
    /// <summary>Their words, as a regular expression.</summary>
    public const string Words =
        "providers|environments|interconnects|channels|connections|features|MACsec keys|maintenance events|issues"
        + "|interconnects of an environment that never was|(?:channels|connections) of an interconnect that never was"
        + "|features of a connection that never was|(?:MACsec keys|maintenance events) of a channel that never was"
        + "|comments of an issue that never was";

    private InterconnectName A => World.Needed(world.Place.A, "active interconnect").Name;

    private ChannelName FirstChannel() => World.Needed(world.Place.A, "active interconnect").Channels[0].Name;

    /// <summary>The list of those words.</summary>
    public Listing Find(string words)
    {
        var never = words.EndsWith(" never was", StringComparison.Ordinal);
        var what = words.Split(" of ")[0];
        return what switch
        {
            "providers" => new Listing(words, "providers", "providers"),
            "environments" => new Listing(words, $"{world.Parties.Partner}/environments", "environments"),
            "interconnects" => new Listing(words, $"{Environment(never)}/interconnects", "interconnects"),
            "channels" => new Listing(words, $"{Interconnect(never)}/channels", "channels"),
            "connections" => new Listing(words, $"{Interconnect(never)}/connections", "connections"),
            "features" => new Listing(words, $"{Connection(never)}/features", "features"),
            "MACsec keys" => new Listing(words, $"{Channel(never, calls.KeyChannel)}/macSecKeys", "macSecKeys"),
            "maintenance events" =>
                new Listing(words, $"{Channel(never, FirstChannel)}/maintenanceEvents", "events", "maintenanceId"),
            "issues" => new Listing(words, $"{world.Parties.Partner}/issues", "issues"),
            _ => CommentsOf(world.Parties.Partner.Issue(world.Data.Id("never"))),
        };
    }

    /// <summary>The comments of an issue, told apart by their text.</summary>
    public static Listing CommentsOf(IssueName issue) => new("comments", $"{issue}/comments", "comments", "body");

    private EnvironmentName Environment(bool never) => never
        ? world.Parties.Partner.Environment(world.Data.Id("never"))
        : world.Place.Environment;

    private InterconnectName Interconnect(bool never) =>
        never ? world.Place.Environment.Interconnect(world.Data.Id("never")) : A;

    private ConnectionName Connection(bool never) => never ? A.Connection(world.Data.Uuid()) : world.NameOf(world.The);

    private ChannelName Channel(bool never, Func<ChannelName> real) =>
        never ? A.Channel(world.Data.Id("never")) : real();
}
