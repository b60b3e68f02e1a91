namespace Harness.Reference.Operator;

/// <summary>Body of <c>POST /operator/v1/migrations</c>: move a connection within its environment.</summary>
/// <param name="ConnectionId">Its UUID.</param>
/// <param name="Interconnect">Id of the interconnect to move to; the one with the most room where it is absent.</param>
internal sealed record MigrationRequest(string? ConnectionId = null, string? Interconnect = null);
