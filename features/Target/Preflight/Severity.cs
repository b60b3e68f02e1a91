namespace Harness.Features.Target.Preflight;

/// <summary>What a finding means for the run.</summary>
public enum Severity
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>The run goes on; some requirements may be skipped.</summary>
    Warning,

    /// <summary>Nothing can be certified until it is mended.</summary>
    Error,
}
