namespace Harness.Features.Target;

/// <summary>How long is waited (<c>timeouts</c>).</summary>
/// <param name="Request">For the whole response to one request.</param>
/// <param name="Settle">For what the target does on its own: provisioning, notifications.</param>
/// <param name="Quiet">How long nothing may happen before it counts as not happening.</param>
/// <param name="Operator">For a command or a person that acts at the portal.</param>
/// <param name="Scenario">For one scenario, clean-up apart.</param>
public sealed record TimeoutSettings(
    TimeSpan Request,
    TimeSpan Settle,
    TimeSpan Quiet,
    TimeSpan Operator,
    TimeSpan Scenario)
{
    /// <summary>How long the target tries again what fails in a negotiation before it gives up (CON-12).</summary>
    public TimeSpan Negotiation { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What holds where the file says nothing.</summary>
    public static TimeoutSettings Default { get; } = new(
        TimeSpan.FromSeconds(10),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromSeconds(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(2));
}
