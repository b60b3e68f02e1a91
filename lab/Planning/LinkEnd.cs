namespace Harness.Lab.Planning;

/// <summary>One end of a wire.</summary>
/// <param name="Node">Name of the node.</param>
/// <param name="Interface">Name of the interface inside the node, 1 to 15 characters.</param>
/// <param name="Address">Its Ethernet address, such as <c>02:00:00:00:0a:01</c>.</param>
public sealed record LinkEnd(string Node, string Interface, string Address);
