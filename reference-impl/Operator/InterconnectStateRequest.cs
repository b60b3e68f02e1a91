namespace Harness.Reference.Operator;

/// <summary>Body and answer of <c>PUT /operator/v1/interconnects</c>.</summary>
/// <param name="Environment">Id of the environment.</param>
/// <param name="Interconnect">Id of the interconnect.</param>
/// <param name="State"><c>ACTIVE</c>, <c>PENDING</c> or <c>CLOSED</c> (IXC-01).</param>
internal sealed record InterconnectStateRequest(
    string? Environment = null, string? Interconnect = null, string? State = null);
