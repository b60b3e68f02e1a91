namespace Harness.Lab.Wiring;

/// <summary>One end of the wire between a site and a device.</summary>
/// <param name="Node">Name of the router.</param>
/// <param name="Interface">Its interface.</param>
/// <param name="Asn">Its ASN.</param>
/// <param name="Addresses">Its addresses.</param>
public sealed record AttachmentEnd(string Node, string Interface, long Asn, AddressPair Addresses);
