namespace Harness.Reference.Maintenance;

/// <summary>From <paramref name="Start"/>, inclusive, to <paramref name="End"/>, exclusive.</summary>
public readonly record struct MaintenanceWindow(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>Whether the two have an instant in common.</summary>
    public bool Overlaps(MaintenanceWindow other) => Start < other.End && other.Start < End;

    public override string ToString() => $"{Start.UtcDateTime:O} to {End.UtcDateTime:O}";
}
