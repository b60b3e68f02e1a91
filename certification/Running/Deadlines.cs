namespace Harness.Certification.Running;

/// <summary>How long the parts of a run may take. All are real time.</summary>
/// <param name="Scenario">From the opening of its world to the end of its last step.</param>
/// <param name="Step">One step, hooks around it included.</param>
/// <param name="CleanUp">Hooks after the scenario and the closing of its world, also after a stop.</param>
/// <param name="Grace">
/// How long code that was told to stop may take to do so; then it is left behind, and so is its slot.
/// </param>
public sealed record Deadlines(TimeSpan Scenario, TimeSpan Step, TimeSpan CleanUp, TimeSpan Grace)
{
    public static Deadlines Default { get; } = new(
        Scenario: TimeSpan.FromMinutes(2),
        Step: TimeSpan.FromMinutes(1),
        CleanUp: TimeSpan.FromSeconds(30),
        Grace: TimeSpan.FromSeconds(2));
}
