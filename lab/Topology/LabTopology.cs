namespace Harness.Lab.Topology;

/// <summary>A lab as people think of it: two providers, what joins them, and customers with a site on either side.
/// </summary>
/// <param name="Name">Letters, digits and hyphens, 1 to 32.</param>
/// <param name="Providers">Two; in every <see cref="LabChannel"/> the ends stand in this order.</param>
/// <param name="Interconnects">Ids differ.</param>
/// <param name="Customers">Ids differ.</param>
public sealed record LabTopology(
    string Name,
    IReadOnlyList<LabProvider> Providers,
    IReadOnlyList<LabInterconnect> Interconnects,
    IReadOnlyList<LabCustomer> Customers)
{
    /// <summary>The interconnects that are wired.</summary>
    public IEnumerable<LabInterconnect> Wired => Interconnects.Where(interconnect => !interconnect.Planned);
}
