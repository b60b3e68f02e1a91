namespace Harness.Reference.Maintenance;

/// <summary>An event of which to decide whether it is answered, and whether its channel is drained.</summary>
public sealed record ListedCase(MaintenanceWindow Window, DateTimeOffset Now);
