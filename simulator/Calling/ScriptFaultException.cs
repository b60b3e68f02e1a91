namespace Harness.Simulator.Calling;

/// <summary>A script asks for what cannot be done: a value that nobody gave, a target that nobody named.</summary>
public sealed class ScriptFaultException(string message) : Exception(message);
