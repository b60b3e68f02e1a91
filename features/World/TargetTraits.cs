namespace Harness.Features.World;

/// <summary>How a target writes subnets, which the protocol leaves open.</summary>
public enum SubnetNotation
{
    /// <summary>The masked address alone, its length beside it.</summary>
    Address,

    /// <summary>The masked address with its length behind a slash.</summary>
    Cidr,
}

/// <summary>What has been learned of the target during the run; shared by all scenarios.</summary>
public sealed class TargetTraits
{
    private volatile SubnetNotationBox? notation;

    /// <summary>The notation that the target was seen to accept; null until then.</summary>
    public SubnetNotation? Notation
    {
        get => notation?.Value;
        set => notation = value is { } known ? new SubnetNotationBox(known) : null;
    }

    private sealed record SubnetNotationBox(SubnetNotation Value);
}
