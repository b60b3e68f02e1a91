using Harness.Certification.Catalogue;
using Harness.Certification.Verdicts;

namespace Harness.Certification.Runs;

/// <summary>
/// A whole certification run: what <c>run.json</c> holds, and the source that every report is rebuilt from.
/// Nothing in it is a secret: bodies and headers are redacted before they are recorded.
/// </summary>
/// <param name="Format">Version of this layout, <see cref="CurrentFormat"/>.</param>
/// <param name="Tool">Name and version of the harness.</param>
/// <param name="StartedAt">When the first scenario began.</param>
/// <param name="FinishedAt">When the last one ended.</param>
/// <param name="Target">Who was certified, and how it was reached.</param>
/// <param name="Options">What the run was asked to do; the seed among it makes it repeatable.</param>
/// <param name="Verdict">The outcome of the whole.</param>
/// <param name="Reasons">Why the verdict is not <see cref="RunVerdict.Certified"/>, most important first.</param>
/// <param name="Requirements">Every requirement of the catalogue, in its order.</param>
/// <param name="Scenarios">Every scenario that was planned, in the order of the plan.</param>
public sealed record Run(
    string Format,
    string Tool,
    DateTimeOffset StartedAt,
    DateTimeOffset FinishedAt,
    TargetDescription Target,
    RunOptionsRecord Options,
    RunVerdict Verdict,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<RequirementResult> Requirements,
    IReadOnlyList<ScenarioResult> Scenarios)
{
    public const string CurrentFormat = "harness-run/3";

    /// <summary>How long the run took.</summary>
    public TimeSpan Duration => FinishedAt - StartedAt;
}

/// <summary>The outcome of a run.</summary>
public enum RunVerdict
{
    /// <summary>Every requirement in scope is decided, and no binding one failed.</summary>
    Certified,

    /// <summary>Nothing failed that is not waived, but a selection or a waived failure cannot certify.</summary>
    PartialPass,

    /// <summary>A binding requirement failed, or a waiver is stale.</summary>
    NotConformant,

    /// <summary>Nothing failed, but something was skipped, inconclusive or in error.</summary>
    Incomplete,

    /// <summary>The run was stopped before its end.</summary>
    Stopped,
}

/// <summary>The implementation under test, as the report names it.</summary>
/// <param name="Name">Its name, for people.</param>
/// <param name="BaseUrl">Root of its API.</param>
/// <param name="Facts">What else a reader needs, in order: version, provider ids, time mode, trust.</param>
/// <param name="Figures">Pictures of it; empty where it is no more than its name.</param>
public sealed record TargetDescription(
    string Name, string BaseUrl, IReadOnlyList<Fact> Facts, IReadOnlyList<Figure> Figures);

/// <summary>A name and a value, for display.</summary>
public sealed record Fact(string Name, string Value);

/// <summary>What a run was asked to do.</summary>
/// <param name="Seed">Seeds all test data and the order of decisions.</param>
/// <param name="Parallel">Scenarios at a time.</param>
/// <param name="Tags">Tag expression, or null for everything.</param>
/// <param name="Only">Requirement ids asked for; empty for all.</param>
/// <param name="Command">The command line that repeats the run.</param>
public sealed record RunOptionsRecord(
    int Seed,
    int Parallel,
    string? Tags,
    IReadOnlyList<string> Only,
    string Command);

/// <summary>What the run says of one requirement.</summary>
/// <param name="Requirement">The line of the catalogue.</param>
/// <param name="Verdict">Rolled up from its scenarios: the gravest. Null when none was planned.</param>
/// <param name="Scenarios">Ids of the scenarios that decide it.</param>
/// <param name="Reason">Why it is not decided, skipped, waived or failed; null when it passed.</param>
/// <param name="Readings">Which reading of an open point the target showed.</param>
/// <param name="Waiver">The waiver that covers it.</param>
public sealed record RequirementResult(
    Requirement Requirement,
    Verdict? Verdict,
    IReadOnlyList<string> Scenarios,
    string? Reason,
    IReadOnlyList<Reading> Readings,
    WaiverResult? Waiver);

/// <summary>A point that the source leaves open, and what the target was seen to do.</summary>
/// <param name="Point">The open point.</param>
/// <param name="Shown">The reading that the target follows.</param>
public sealed record Reading(string Point, string Shown);

/// <summary>An accepted failure.</summary>
/// <param name="Reason">Why it is accepted.</param>
/// <param name="Expires">Last day on which it holds.</param>
/// <param name="State">Whether it holds.</param>
public sealed record WaiverResult(string Reason, DateOnly Expires, WaiverState State);

/// <summary>Whether a waiver holds: an expired or an unneeded one is itself a failure.</summary>
public enum WaiverState
{
    Applied,
    Expired,
    Unneeded,
}
