namespace Harness.Lab.Wiring;

/// <summary>The wire between a site and a device of its provider.</summary>
/// <param name="Tenant">The customer.</param>
/// <param name="Site">The site's end.</param>
/// <param name="Device">The device's end.</param>
public sealed record WiredAttachment(Tenant Tenant, AttachmentEnd Site, AttachmentEnd Device);
