namespace Harness.Certification.Running;

/// <summary>A part of a scenario with a deadline of its own, shared by the pieces that run in it.</summary>
/// <param name="Name">For messages: <c>the scenario</c>, <c>the clean-up</c>.</param>
/// <param name="Limit">How long the whole may take.</param>
/// <param name="MustRun">Its pieces are tried even after its end: nothing is left behind unclosed.</param>
/// <param name="Deadline">Of the whole; it can be held.</param>
/// <param name="Token">Ends with that deadline, or with <paramref name="Stop"/>.</param>
/// <param name="Stop">Ends with the run, where the phase does too.</param>
internal sealed record Phase(
    string Name,
    TimeSpan Limit,
    bool MustRun,
    Deadline Deadline,
    CancellationToken Token,
    CancellationToken Stop);
