namespace Harness.Lab.Runtimes.Agents;

/// <summary>A line from the machine's agent.</summary>
/// <param name="Id">Id of the request that it answers; 0 for none.</param>
/// <param name="Ready">Set once, when the machine takes requests.</param>
/// <param name="Got">How many bytes of requests the agent has taken in.</param>
/// <param name="Step">A step of a build that has ended.</param>
/// <param name="Out">Standard output of a command.</param>
/// <param name="Err">Standard error of a command.</param>
/// <param name="Data">What a file holds.</param>
/// <param name="Done">The request is carried out.</param>
/// <param name="Exit">The command has ended, with this code.</param>
/// <param name="Late">It was killed at its deadline.</param>
/// <param name="Fault">The request could not be carried out; says why.</param>
internal sealed record AgentMessage(
    long Id,
    MachineDescription? Ready = null,
    int? Got = null,
    string? Step = null,
    byte[]? Out = null,
    byte[]? Err = null,
    byte[]? Data = null,
    bool Done = false,
    int? Exit = null,
    bool Late = false,
    string? Fault = null)
{
    /// <summary>No more comes for this id.</summary>
    public bool IsLast => Done || Exit is not null || Fault is not null;
}
