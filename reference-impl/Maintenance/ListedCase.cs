namespace Harness.Reference.Maintenance;

/// <summary>An event of which to decide whether it is answered.</summary>
public sealed record ListedCase(MaintenanceWindow Window, DateTimeOffset Now);
