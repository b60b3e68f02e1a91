namespace Harness.Reference.Operator;

/// <summary>A maintenance of ours, as the operator sees it.</summary>
internal sealed record MaintenanceAnswer(
    string MaintenanceId,
    string Environment,
    string Interconnect,
    string Channel,
    DateTime StartTime,
    DateTime EndTime,
    bool Emergency);
