namespace Harness.Lab.Topology;

/// <summary>A customer's site: a router that is attached to devices of one provider, and a host behind it.</summary>
/// <param name="Customer">Id of the customer.</param>
/// <param name="Provider">Id of the provider.</param>
/// <param name="Asn">The site's own ASN.</param>
/// <param name="Devices">Ids of the provider's devices that it is attached to, at least one.</param>
public sealed record LabSite(string Customer, string Provider, long Asn, IReadOnlyList<string> Devices)
{
    /// <summary>Name of the site's router.</summary>
    public string Router => $"{Customer}-{Provider}";

    /// <summary>Name of the site's host.</summary>
    public string Host => $"{Router}-host";
}
