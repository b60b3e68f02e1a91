namespace Harness.Lab.Topology;

/// <summary>A customer with a site at either provider.</summary>
/// <param name="Id">Letters, digits and hyphens.</param>
/// <param name="Sites">One for each provider, in their order.</param>
public sealed record LabCustomer(string Id, IReadOnlyList<LabSite> Sites);
