using Harness.Protocol.Names;

namespace Harness.Reference.Testbed;

/// <summary>A provider's site of an environment.</summary>
/// <param name="Provider">Whose site it is (ENV-02).</param>
/// <param name="Site">The provider's own site code.</param>
/// <param name="DisplayName">Name for customers.</param>
public sealed record TestbedSite(ProviderName Provider, string Site, string DisplayName);
