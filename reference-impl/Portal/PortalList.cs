namespace Harness.Reference.Portal;

/// <summary>The customers' connections, oldest first.</summary>
/// <param name="Connections">The connections.</param>
/// <param name="NextPageToken">Leads to the next page; absent on the last one.</param>
public sealed record PortalList(IReadOnlyList<PortalConnection> Connections, string? NextPageToken);
