using System.Globalization;
using Harness.Certification.Catalogue;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Certification.Reports;

/// <summary>The words that reports use for the values of a run.</summary>
public static class Words
{
    public static string Of(RunVerdict verdict) => verdict switch
    {
        RunVerdict.Certified => "Certified",
        RunVerdict.PartialPass => "Partial pass",
        RunVerdict.NotConformant => "Not conformant",
        RunVerdict.Incomplete => "Incomplete",
        RunVerdict.Stopped => "Stopped",
        _ => verdict.ToString(),
    };

    public static string Of(Verdict? verdict) => verdict switch
    {
        null => "not decided",
        Verdict.Pass => "passed",
        Verdict.Warn => "warning",
        Verdict.Skip => "skipped",
        Verdict.Inconclusive => "inconclusive",
        Verdict.Error => "error",
        Verdict.Fail => "failed",
        _ => verdict.Value.ToString(),
    };

    public static string Of(Blame? blame) => blame switch
    {
        Blame.Config => "of the configuration",
        Blame.Target => "of the target",
        Blame.Harness => "of the harness",
        Blame.Operator => "of the operator",
        _ => "of unknown origin",
    };

    public static string Of(StepStatus status) => status switch
    {
        StepStatus.Passed => "passed",
        StepStatus.Failed => "failed",
        StepStatus.Skipped => "skipped",
        StepStatus.NotRun => "not run",
        _ => status.ToString(),
    };

    public static string Of(WaiverState state) => state switch
    {
        WaiverState.Applied => "applied",
        WaiverState.Expired => "expired",
        WaiverState.Unneeded => "unneeded",
        _ => state.ToString(),
    };

    public static string Of(WaiverResult waiver) => $"Waived until {Of(waiver.Expires)}: {waiver.Reason}";

    public static string Of(Level level) => level switch
    {
        Level.Must => "MUST",
        Level.Should => "SHOULD",
        Level.May => "MAY",
        _ => level.ToString(),
    };

    /// <summary>A duration as a person reads it: <c>8 ms</c>, <c>1.25 s</c>, <c>3 min 20 s</c>.</summary>
    public static string Of(TimeSpan duration)
    {
        var culture = CultureInfo.InvariantCulture;
        return duration switch
        {
            { TotalMilliseconds: < 999.5 } => string.Create(culture, $"{duration.TotalMilliseconds:0} ms"),
            { TotalSeconds: < 59.995 } => string.Create(culture, $"{duration.TotalSeconds:0.##} s"),
            { TotalHours: < 1 } => string.Create(culture, $"{(int)duration.TotalMinutes} min {duration.Seconds} s"),
            _ => string.Create(culture, $"{(int)duration.TotalHours} h {duration.Minutes} min"),
        };
    }

    public static string Of(DateTimeOffset moment) =>
        moment.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A size as a person reads it: <c>96 octets</c>, <c>1.2 MB</c>.</summary>
    public static string OfOctets(long octets) => octets switch
    {
        < 1_000 => Count((int)octets, "octet"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{octets / 1e3:0.#} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{octets / 1e6:0.#} MB"),
    };

    /// <summary><c>1 scenario</c>, <c>2 scenarios</c>.</summary>
    public static string Count(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");
}
