namespace Harness.Reference.Maintenance;

/// <summary>A window as an operator asks for it.</summary>
public sealed record WindowCase(DateTimeOffset? Start, DateTimeOffset? End, DateTimeOffset Now);
