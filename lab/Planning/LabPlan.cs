namespace Harness.Lab.Planning;

/// <summary>What a runtime needs to bring a lab up: nodes and the wires between them, and no more.</summary>
/// <param name="Label">
/// Marks all that is created, so that it can be found and cleaned up: letters, digits and hyphens, 1 to 32.
/// </param>
/// <param name="Nodes">The nodes; names differ.</param>
/// <param name="Links">The wires; no interface has two.</param>
public sealed record LabPlan(string Label, IReadOnlyList<PlannedNode> Nodes, IReadOnlyList<PlannedLink> Links);
