using Harness.Certification.Verdicts;

namespace Harness.Certification.Runs;

/// <summary>One scenario's outcome and its evidence.</summary>
/// <param name="Id">Unique in the run: <c>features/x/y.feature:12</c>, with the row's line for an outline.</param>
/// <param name="Feature">Title of the feature.</param>
/// <param name="Name">Title of the scenario.</param>
/// <param name="Uri">Path of the feature file, relative to the project.</param>
/// <param name="Line">Line of the scenario, or of the outline's row.</param>
/// <param name="Tags">All tags, inherited ones included, with their @.</param>
/// <param name="Requirements">Ids that it decides.</param>
/// <param name="Verdict">What it came to.</param>
/// <param name="Blame">Set for <see cref="Verdicts.Verdict.Error"/> only.</param>
/// <param name="Message">One sentence that a stranger understands; null when it passed.</param>
/// <param name="Expected">What the protocol asks for, where a check failed.</param>
/// <param name="Found">What was seen instead.</param>
/// <param name="FailingExchange">Sequence number of the exchange that shows it.</param>
/// <param name="Steps">Every step, run or not.</param>
/// <param name="Exchanges">HTTP in both directions, on one timeline.</param>
/// <param name="Notes">What happened apart from HTTP: hooks, clock, waits.</param>
/// <param name="Readings">Open points on which it saw a reading.</param>
/// <param name="Figures">Pictures of what it found.</param>
/// <param name="Attachments">Files beside the reports.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Slot">Which isolated environment it ran in, from 0.</param>
public sealed record ScenarioResult(
    string Id,
    string Feature,
    string Name,
    string Uri,
    int Line,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Requirements,
    Verdict Verdict,
    Blame? Blame,
    string? Message,
    string? Expected,
    string? Found,
    int? FailingExchange,
    IReadOnlyList<StepResult> Steps,
    IReadOnlyList<Exchange> Exchanges,
    IReadOnlyList<Note> Notes,
    IReadOnlyList<Reading> Readings,
    IReadOnlyList<Figure> Figures,
    IReadOnlyList<Attachment> Attachments,
    DateTimeOffset StartedAt,
    TimeSpan Duration,
    int Slot);

/// <summary>How a step went.</summary>
public enum StepStatus
{
    Passed,
    Failed,
    Skipped,
    NotRun,
}

/// <summary>One step of a scenario.</summary>
/// <param name="Keyword">As written: <c>Given</c>, <c>And</c>, ...</param>
/// <param name="Text">Without the keyword.</param>
/// <param name="Line">In the feature file.</param>
/// <param name="Status">How it went.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Argument">Doc string or table, as text; null without one.</param>
public sealed record StepResult(
    string Keyword,
    string Text,
    int Line,
    StepStatus Status,
    TimeSpan Duration,
    string? Argument);

/// <summary>Who called whom.</summary>
public enum Direction
{
    /// <summary>The harness, as partner or customer, called the target.</summary>
    ToTarget,

    /// <summary>The target called the partner that the harness plays.</summary>
    FromTarget,
}

/// <summary>One HTTP exchange, redacted.</summary>
/// <param name="Sequence">Position on the scenario's timeline, from 1, in the order in which they began.</param>
/// <param name="Direction">Who called whom.</param>
/// <param name="Actor">Who the harness acted as or answered as: <c>partner</c>, <c>customer</c>, ...</param>
/// <param name="Operation">The operation's id, such as <c>CreateConnection</c>, or a hook's name.</param>
/// <param name="StepLine">Line of the step during which it began.</param>
/// <param name="StartedAt">When the request went out or came in.</param>
/// <param name="Duration">Until the reply was whole, or the fault.</param>
/// <param name="Request">What was asked.</param>
/// <param name="Response">What was answered; null with a fault.</param>
/// <param name="Fault">Why there is no whole answer: time-out, reset, refused; null with one.</param>
public sealed record Exchange(
    int Sequence,
    Direction Direction,
    string Actor,
    string? Operation,
    int StepLine,
    DateTimeOffset StartedAt,
    TimeSpan Duration,
    HttpRequestRecord Request,
    HttpResponseRecord? Response,
    string? Fault);

/// <summary>A request as it crossed the wire, redacted.</summary>
public sealed record HttpRequestRecord(string Method, string Url, IReadOnlyList<Fact> Headers, string? Body);

/// <summary>A response as it crossed the wire, redacted.</summary>
public sealed record HttpResponseRecord(int Status, IReadOnlyList<Fact> Headers, string? Body);

/// <summary>Something that happened apart from HTTP.</summary>
public sealed record Note(DateTimeOffset At, int StepLine, string Text);
