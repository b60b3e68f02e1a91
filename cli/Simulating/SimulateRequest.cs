namespace Harness.Cli.Simulating;

/// <summary>What <c>harness simulate</c> was asked to do.</summary>
/// <param name="Script">A file, or a name of the library; null for none.</param>
/// <param name="Target">Target file.</param>
/// <param name="Set">Values of parameters, as <c>NAME=VALUE</c>.</param>
/// <param name="Control">Port of the control API; null for the usual one.</param>
/// <param name="List">Only list the library.</param>
/// <param name="Show">Only print this script of the library.</param>
internal sealed record SimulateRequest(
    string? Script,
    string? Target,
    IReadOnlyList<string> Set,
    int? Control,
    bool List,
    string? Show);
