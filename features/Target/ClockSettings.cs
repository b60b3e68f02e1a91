namespace Harness.Features.Target;

/// <summary>How requirements that speak of hours are decided.</summary>
public enum TimeMode
{
    /// <summary>A hook advances the target's clock.</summary>
    Controlled,

    /// <summary>The hours are waited for.</summary>
    Real,

    /// <summary>Those requirements are skipped, and so not certified.</summary>
    Skip,
}

/// <summary>The target's time (<c>clock</c>).</summary>
/// <param name="Mode">How requirements that speak of hours are decided.</param>
/// <param name="KeyLifetime">How long an activation key is valid (KEY-15); null leaves it undecided.</param>
public sealed record ClockSettings(TimeMode Mode, TimeSpan? KeyLifetime);
