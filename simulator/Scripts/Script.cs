using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Simulator.Behaviours;
using Harness.Simulator.Calling;

namespace Harness.Simulator.Scripts;

/// <summary>What bends a partner: rules for what the target asks, and calls that nobody asked for.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="About">What it does and what for, in a sentence.</param>
/// <param name="Parameters">Values that its texts ask for by name; null where one has to be given.</param>
/// <param name="Rules">The first one that matches a request and its occasion decides.</param>
/// <param name="Start">Calls to the target when the script starts.</param>
public sealed record Script(
    string Name,
    string About,
    IReadOnlyDictionary<string, string?> Parameters,
    IReadOnlyList<ScriptRule> Rules,
    IReadOnlyList<TargetCall> Start)
{
    /// <summary>Whether it calls the target, so that the partner has to know how.</summary>
    public bool CallsTarget => Start.Count > 0 || Rules.Any(rule => rule.CallsTarget);
}

/// <summary>What is done on some occasions.</summary>
/// <param name="Operation">The operation; null for any.</param>
/// <param name="Resource">The resource, or what lies above it; null for any. As the partner serves it.</param>
/// <param name="Occasions">On which of the matching requests.</param>
/// <param name="Answer">Makes the answer, with the partner's gates.</param>
/// <param name="CallsTarget">Whether the answer calls the target.</param>
public sealed record ScriptRule(
    Operation? Operation,
    ResourceName? Resource,
    Occasions Occasions,
    Func<GateBook, Answer> Answer,
    bool CallsTarget);
