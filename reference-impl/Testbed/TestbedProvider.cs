namespace Harness.Reference.Testbed;

/// <summary>The provider that the server is.</summary>
/// <param name="Id">Provider id, such as <c>aurora</c>.</param>
/// <param name="DisplayName">Name for customers (PRV-01).</param>
public sealed record TestbedProvider(string Id, string DisplayName);
