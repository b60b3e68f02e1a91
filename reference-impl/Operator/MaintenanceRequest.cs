namespace Harness.Reference.Operator;

/// <summary>Body of the operator's maintenance requests. A change may leave out what stays.</summary>
/// <param name="Environment">Id of the environment; not in a change.</param>
/// <param name="Interconnect">Id of the interconnect; not in a change.</param>
/// <param name="Channel">Id of the channel; not in a change.</param>
/// <param name="StartTime">RFC 3339.</param>
/// <param name="EndTime">RFC 3339.</param>
/// <param name="Emergency">Whether it cannot wait for other maintenance (MNT-05).</param>
internal sealed record MaintenanceRequest(
    string? Environment = null,
    string? Interconnect = null,
    string? Channel = null,
    DateTimeOffset? StartTime = null,
    DateTimeOffset? EndTime = null,
    bool? Emergency = null) : IChannelRequest;
