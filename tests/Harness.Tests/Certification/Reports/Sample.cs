using Harness.Certification.Catalogue;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Tests.Certification.Reports;

/// <summary>Parts of a run, plain by default; a test changes with <c>with</c> what it is about.</summary>
internal static class Sample
{
    public const string BaseUrl = "https://127.0.0.1:8443/v1";

    public static readonly DateTimeOffset Start = new(2026, 3, 14, 9, 26, 53, 589, TimeSpan.Zero);

    public static Run Run(
        IReadOnlyList<RequirementResult> requirements, params IReadOnlyList<ScenarioResult> scenarios) => new(
        Harness.Certification.Runs.Run.CurrentFormat,
        "harness 0.1.0",
        Start,
        Start.AddSeconds(11.25),
        new TargetDescription("Aurora Coordinator", BaseUrl,
        [
            new Fact("version", "2.4.1"),
            new Fact("target provider", "aurora"),
            new Fact("partner provider", "borealis"),
            new Fact("time mode", "controlled"),
            new Fact("trust", "certificate authority of target.yaml"),
        ],
        []),
        new RunOptionsRecord(4711, 4, null, [], "harness certify --target aurora.yaml --seed 4711 --parallel 4"),
        RunVerdict.Certified,
        [],
        requirements,
        scenarios);

    public static Requirement Requirement(string id, string area = "Common", Level level = Level.Must) =>
        new(id, area, level, "responder", "api", $"What {id} asks for, in one sentence.");

    public static RequirementResult Result(string id, Verdict? verdict, params IReadOnlyList<string> scenarios) =>
        new(Requirement(id), verdict, scenarios, null, [], null);

    public static WaiverResult Waiver(WaiverState state) =>
        new("Agreed with the partner until the next release.", new DateOnly(2026, 12, 31), state);

    public static ScenarioResult Scenario(string id, Verdict verdict, params IReadOnlyList<string> requirements) =>
        new(
            id,
            "Connections are created once",
            $"The scenario {id}",
            "features/connections/create.feature",
            12,
            [.. requirements.Select(requirement => "@" + requirement), "@api"],
            requirements,
            verdict,
            verdict == Verdict.Error ? Blame.Target : null,
            verdict == Verdict.Pass ? null : "The second answer differs from the first.",
            verdict == Verdict.Fail ? "status 200 and the same connection" : null,
            verdict == Verdict.Fail ? "status 409" : null,
            verdict == Verdict.Fail ? 2 : null,
            Steps(verdict),
            [Exchange(1), Exchange(2) with { StepLine = 14 }],
            [],
            [],
            [],
            [],
            Start,
            TimeSpan.FromMilliseconds(84),
            0);

    public static Figure Figure { get; } = new(
        "Two lanes",
        """<svg xmlns="http://www.w3.org/2000/svg" width="600" height="40"><rect width="600" height="40"/></svg>""",
        "A and B were under way at once.");

    public static Attachment Attachment { get; } =
        new("Frames of ix1/ch1", "fail-1-ix1-ch1.pcap", "application/vnd.tcpdump.pcap", 1_234_567);

    public static Exchange Exchange(int sequence) => new(
        sequence,
        Direction.ToTarget,
        "partner",
        "CreateConnection",
        13,
        Start.AddMilliseconds(10 * sequence),
        TimeSpan.FromMilliseconds(8),
        new HttpRequestRecord(
            "POST",
            $"{BaseUrl}/providers/borealis/environments/env-1/connections?connectionId=c{sequence}",
            [new Fact("content-type", "application/json"), new Fact("authorization", "Bearer [redacted]")],
            """{"bandwidthMbps":1000,"description":"a line"}"""),
        new HttpResponseRecord(200, [new Fact("content-type", "application/json")],
            $$"""{"name":"providers/borealis/environments/env-1/connections/c{{sequence}}"}"""),
        null);

    public static Exchange FromTarget(int sequence) => Exchange(sequence) with
    {
        Direction = Direction.FromTarget,
        Operation = "NotifyConnectionStatus",
    };

    public static Exchange Faulty(int sequence, string fault) =>
        Exchange(sequence) with { Response = null, Fault = fault };

    private static List<StepResult> Steps(Verdict verdict)
    {
        var last = verdict switch
        {
            Verdict.Pass => StepStatus.Passed,
            Verdict.Skip => StepStatus.Skipped,
            _ => StepStatus.Failed,
        };
        return
        [
            new StepResult("Given", "an environment with an interconnect", 13, StepStatus.Passed,
                TimeSpan.FromMilliseconds(20), null),
            new StepResult("When", "the partner sends the same request again", 14, last,
                TimeSpan.FromMilliseconds(30), null),
            new StepResult("Then", "the answers are equal", 15,
                last == StepStatus.Passed ? StepStatus.Passed : StepStatus.NotRun, TimeSpan.Zero, "| a | b |"),
        ];
    }
}
