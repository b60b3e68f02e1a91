namespace Harness.Lab.Measuring.Meter;

/// <summary>What became of the traffic of a measurement.</summary>
/// <param name="There">From the first end to the second.</param>
/// <param name="Back">From the second end to the first.</param>
public sealed record TwoWayLoss(MeasuredWay There, MeasuredWay Back)
{
    /// <summary>How many packets were lost, both ways.</summary>
    public long Lost => There.Loss.Lost + Back.Loss.Lost;

    /// <summary>How many were sent, both ways.</summary>
    public long Sent => There.Loss.Sent + Back.Loss.Sent;

    /// <summary>Both ways in words.</summary>
    public override string ToString() => $"there: {There.Loss}; back: {Back.Loss}";
}
