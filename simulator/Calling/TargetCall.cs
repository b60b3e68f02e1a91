using System.Text.Json.Nodes;
using Harness.Protocol.Operations;

namespace Harness.Simulator.Calling;

/// <summary>
/// A call of the partner to the target. Every text may hold placeholders in braces: the ids of the request that it
/// answers (<c>{environment}</c>, <c>{interconnect}</c>, <c>{connection}</c>, ...) and the script's parameters.
/// </summary>
/// <param name="Operation">What is called.</param>
public sealed record TargetCall(Operation Operation)
{
    /// <summary>Ids of the path that differ from those of the request that it answers.</summary>
    public IReadOnlyDictionary<string, string> Ids { get; init; } = new Dictionary<string, string>();

    /// <summary>Query parameters, such as <c>connectionId</c>.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>();

    /// <summary>Body; null for none.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>How many of them are sent at a time.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Whether what follows waits for the response; else the call crosses what follows.</summary>
    public bool Waits { get; init; } = true;
}
