namespace Harness.Lab.Runtimes.Agents;

/// <summary>Builds the nodes and wires of a plan.</summary>
internal sealed record BuildRequest(long Id, BuildPlan Plan) : AgentRequest(Id);

/// <summary>Runs a command in a node.</summary>
/// <param name="Id">Comes back with every answer to it.</param>
/// <param name="Node">Name of the node.</param>
/// <param name="Argv">Program and arguments.</param>
/// <param name="Input">Standard input; null for none.</param>
/// <param name="Seconds">When it is killed; null for never.</param>
internal sealed record ExecRequest(long Id, string Node, IReadOnlyList<string> Argv, byte[]? Input, double? Seconds)
    : AgentRequest(Id);

/// <summary>Sends a signal to the command of that id, and to all that it started.</summary>
internal sealed record SignalRequest(long Id, int Signal) : AgentRequest(Id)
{
    public const int Interrupt = 2;
    public const int Kill = 9;
}

/// <summary>Writes a file of a node.</summary>
internal sealed record WriteRequest(long Id, string Node, string Path, byte[] Data) : AgentRequest(Id);

/// <summary>Reads a file of a node.</summary>
internal sealed record ReadRequest(long Id, string Node, string Path) : AgentRequest(Id);
