namespace Harness.Reference.Testbed.Checks;

/// <summary>How grave a finding is.</summary>
public enum Severity
{
    /// <summary>A SHOULD is not met: the server starts and logs it.</summary>
    Warning,

    /// <summary>A MUST is not met: the server does not start.</summary>
    Error,
}
