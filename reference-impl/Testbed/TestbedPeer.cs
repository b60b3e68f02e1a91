namespace Harness.Reference.Testbed;

/// <summary>A provider that shares environments with the server.</summary>
/// <param name="Id">Provider id, such as <c>borealis</c>; what its calls are prefixed with (COM-03).</param>
/// <param name="DisplayName">Name for customers (PRV-01).</param>
/// <param name="ApiUri">Root of the peer's own API, where calls out go; null where it cannot be called.</param>
public sealed record TestbedPeer(string Id, string DisplayName, Uri? ApiUri);
