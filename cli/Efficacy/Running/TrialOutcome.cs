namespace Harness.Cli.Efficacy.Running;

/// <summary>What became of a mutant.</summary>
internal enum TrialOutcome
{
    /// <summary>A scenario of the requirement that it breaks has noticed.</summary>
    Killed,

    /// <summary>It cannot be noticed, as is said of it, and was not.</summary>
    Equivalent,

    /// <summary>Only scenarios of other requirements have noticed: a finding.</summary>
    KilledElsewhere,

    /// <summary>No scenario has noticed: a finding.</summary>
    Survived,

    /// <summary>It is said that nobody can notice, and a scenario has: a finding.</summary>
    NotEquivalent,
}
