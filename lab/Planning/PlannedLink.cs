namespace Harness.Lab.Planning;

/// <summary>A wire between two interfaces, as good as an Ethernet cable.</summary>
/// <param name="A">One end.</param>
/// <param name="B">The other end.</param>
public sealed record PlannedLink(LinkEnd A, LinkEnd B);
