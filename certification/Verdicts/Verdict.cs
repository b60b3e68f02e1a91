namespace Harness.Certification.Verdicts;

/// <summary>
/// What a scenario or a requirement came to, in rising order of concern. Only <see cref="Pass"/> and
/// <see cref="Warn"/> certify.
/// </summary>
public enum Verdict
{
    /// <summary>Every check held.</summary>
    Pass,

    /// <summary>A SHOULD, or an interpretation of the source, was not kept.</summary>
    Warn,

    /// <summary>Not run, with a reason. Never certifies.</summary>
    Skip,

    /// <summary>Ran, but what was observed decides nothing. Never certifies.</summary>
    Inconclusive,

    /// <summary>Could not be carried through; <see cref="Blame"/> says whose doing it was.</summary>
    Error,

    /// <summary>A check of the protocol did not hold.</summary>
    Fail,
}

/// <summary>Who is to blame for an <see cref="Verdict.Error"/>.</summary>
public enum Blame
{
    /// <summary>The target file or another input of the run.</summary>
    Config,

    /// <summary>The implementation under test: unreachable, silent, garbage.</summary>
    Target,

    /// <summary>The harness itself: a defect of ours.</summary>
    Harness,

    /// <summary>The person or command that acts at a portal.</summary>
    Operator,
}
