namespace Harness.Lab.Topology;

/// <summary>A provider of the lab.</summary>
/// <param name="Id">Its id in the protocol, such as <c>aurora</c>.</param>
/// <param name="DisplayName">Its name for people.</param>
/// <param name="Asn">The ASN of its devices, 1 to 4294967295.</param>
/// <param name="Devices">Ids of its devices, each a router of its own; they differ.</param>
public sealed record LabProvider(string Id, string DisplayName, long Asn, IReadOnlyList<string> Devices);
