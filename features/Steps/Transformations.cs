using Harness.Certification.Bindings;
using Harness.Features.World;

namespace Harness.Features.Steps;

/// <summary>The words of the features that stand for parts of the testbed.</summary>
[Binding]
public sealed class Transformations(World.World world)
{
    /// <summary>A and B are active interconnects; B has, where it can, another number of channels.</summary>
    [StepArgumentTransformation(
        "interconnect A|interconnect B|the pending interconnect|the closed interconnect|the key interconnect",
        Name = "interconnect")]
    public AgreedInterconnect Interconnect(string words) => words switch
    {
        "interconnect A" => World.World.Needed(world.Place.A, "active interconnect"),
        "interconnect B" => World.World.Needed(world.Place.B, "second active interconnect"),
        "the pending interconnect" => World.World.Needed(world.Place.Pending, "PENDING interconnect"),
        "the closed interconnect" => World.World.Needed(world.Place.Closed, "CLOSED interconnect"),
        _ => World.World.Needed(world.Place.Keys, "interconnect whose keys the scenarios may rotate"),
    };

    /// <summary>Sizes are named by their place among the supported ones, for every target has its own.</summary>
    [StepArgumentTransformation(
        "the smallest size|the second size|the third size|the largest size|no Mbps|minus one Mbps"
        + "|one Mbps more than the largest size|a size between two supported ones",
        Name = "size")]
    public SizeMbps Size(string words)
    {
        var sizes = world.Place.Sizes;
        return new SizeMbps(words switch
        {
            "the smallest size" => sizes[0],
            "the second size" => sizes[Math.Min(1, sizes.Count - 1)],
            "the third size" => sizes[Math.Min(2, sizes.Count - 1)],
            "the largest size" => sizes[^1],
            "no Mbps" => 0,
            "minus one Mbps" => -1,
            "one Mbps more than the largest size" => sizes[^1] + 1,
            _ => Between(sizes),
        });
    }

    /// <summary>What the portal has to refuse (KEY-03).</summary>
    [StepArgumentTransformation(
        "an unknown environment|an unsupported size|an account that is not in good standing"
        + "|an account that is over its quota",
        Name = "portalDefect")]
    public static PortalDefect Defect(string words) => words switch
    {
        "an unknown environment" => PortalDefect.UnknownEnvironment,
        "an unsupported size" => PortalDefect.UnsupportedSize,
        "an account that is not in good standing" => PortalDefect.SuspendedAccount,
        _ => PortalDefect.FullAccount,
    };

    private static int Between(IReadOnlyList<int> sizes) =>
        Enumerable.Range(sizes[0] + 1, sizes[^1] - sizes[0]).FirstOrDefault(size =>
            !sizes.Contains(size), sizes[^1] + 1);
}

/// <summary>A bandwidth in Mbps.</summary>
public readonly record struct SizeMbps(int Value);
