namespace Harness.Lab.Running;

/// <summary>What a command wrote on a node.</summary>
/// <param name="Node">Name of the node.</param>
/// <param name="Command">The command.</param>
/// <param name="Text">What it wrote, or why it wrote nothing.</param>
public sealed record EvidencePart(string Node, string Command, string Text);
