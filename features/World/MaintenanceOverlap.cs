namespace Harness.Features.World;

/// <summary>How a wish for maintenance lies to one that stands already.</summary>
/// <param name="Words">As the features say it.</param>
public sealed record MaintenanceOverlap(string Words)
{
    /// <summary>All of them, as an alternation.</summary>
    public const string All =
        "begins within it|ends within it|lies within it|encloses it|coincides with it|begins an hour after it";

    private static readonly TimeSpan Some = TimeSpan.FromMinutes(10);

    /// <summary>The window that is asked for.</summary>
    /// <param name="standing">The one that stands.</param>
    public MaintenanceWindow To(MaintenanceWindow standing) => Words switch
    {
        "begins within it" => standing with { Start = standing.Start + Some },
        "ends within it" => standing with { Start = standing.Start - Some },
        "lies within it" => new(standing.Start + Some, standing.Length - (2 * Some)),
        "encloses it" => new(standing.Start - Some, standing.Length + (2 * Some)),
        "coincides with it" => standing,
        _ => new MaintenanceWindow(standing.End).AnHourLater,
    };
}
