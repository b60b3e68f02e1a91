using Harness.Certification.Catalogue;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Tests.Certification.Reports;

/// <summary>Whole runs, as a certification would leave them.</summary>
internal static class SampleRuns
{
    /// <summary>Everything planned passed.</summary>
    public static Run Certified() => Sample.Run(
        [
            Sample.Result("COM-01", Verdict.Pass, "a:1"),
            Sample.Result("COM-02", Verdict.Pass, "a:2"),
            Undecided("NEG-01"),
        ],
        Sample.Scenario("a:1", Verdict.Pass, "COM-01"),
        Sample.Scenario("a:2", Verdict.Pass, "COM-02"));

    /// <summary>One of every verdict, a waiver in each state, open points, a fault, and calls both ways.</summary>
    public static Run NotConformant() => Sample.Run(
        [
            Sample.Result("COM-01", Verdict.Pass, "pass:1"),
            Sample.Result("COM-02", Verdict.Fail, "fail:1"),
            Sample.Result("COM-03", Verdict.Fail, "waived:1") with { Waiver = Sample.Waiver(WaiverState.Applied) },
            Sample.Result("COM-04", Verdict.Pass, "pass:1") with { Waiver = Sample.Waiver(WaiverState.Unneeded) },
            Should(Sample.Result("CON-01", Verdict.Warn, "warn:1")),
            InArea("Connections", Sample.Result("CON-02", Verdict.Error, "error:1")),
            InArea("Connections", Sample.Result("CON-03", Verdict.Skip, "skip:1")) with
            {
                Reason = "The scenario skip:1: The target file has no hook 'rotateKey'.",
            },
            InArea("Connections", Sample.Result("CON-04", Verdict.Inconclusive, "inconclusive:1")),
            InArea("Connections", Sample.Result("CON-05", Verdict.Pass, "calls:1")) with
            {
                Readings = [new Reading("Whether an unknown page token is refused.", "400 is answered")],
            },
            Undecided("NEG-01"),
            Undecided("NEG-02"),
        ],
        Sample.Scenario("pass:1", Verdict.Pass, "COM-01", "COM-04"),
        Sample.Scenario("fail:1", Verdict.Fail, "COM-02") with
        {
            Figures = [Sample.Figure], Attachments = [Sample.Attachment],
        },
        Sample.Scenario("waived:1", Verdict.Fail, "COM-03"),
        Sample.Scenario("warn:1", Verdict.Warn, "CON-01"),
        WithFault(Sample.Scenario("error:1", Verdict.Error, "CON-02")),
        Sample.Scenario("skip:1", Verdict.Skip, "CON-03") with
        {
            Message = "The target file has no hook 'rotateKey'.",
            Exchanges = [],
        },
        Sample.Scenario("inconclusive:1", Verdict.Inconclusive, "CON-04"),
        BothWays(Sample.Scenario("calls:1", Verdict.Pass, "CON-05"))) with
        {
            Verdict = RunVerdict.NotConformant,
            Reasons = ["COM-02 failed in 1 scenario.", "The waiver of COM-04 is not needed any more."],
        };

    /// <summary>As many scenarios and exchanges as a large catalogue has, most of them passed.</summary>
    public static Run Large(int scenarios, int exchanges, int bodyLength)
    {
        var items = Enumerable.Repeat("""{"name":"x","n":1}""", bodyLength / 18);
        var body = $$"""{"items":[{{string.Join(',', items)}}]}""";
        var all = Enumerable.Range(1, scenarios).Select(i =>
        {
            var verdict = i % 50 == 0 ? Verdict.Fail : Verdict.Pass;
            return Sample.Scenario($"large:{i}", verdict, $"REQ-{i}") with
            {
                Exchanges = [.. Enumerable.Range(1, exchanges).Select(sequence => WithBody(sequence, body))],
            };
        }).ToList();
        var requirements = all.Select(one => Sample.Result(one.Requirements[0], one.Verdict, one.Id)).ToList();
        return Sample.Run(requirements, all) with { Verdict = RunVerdict.NotConformant };
    }

    private static Exchange WithBody(int sequence, string body)
    {
        var exchange = Sample.Exchange(sequence);
        return exchange with { Response = exchange.Response! with { Body = body } };
    }

    private static RequirementResult Undecided(string id)
    {
        var result = InArea("Negotiation", Sample.Result(id, null));
        var reason = "Seen only when the target negotiates; decided by the negotiator's scenarios.";
        return result with { Requirement = result.Requirement with { Role = "negotiator", Undecided = reason } };
    }

    private static RequirementResult Should(RequirementResult result) =>
        result with { Requirement = result.Requirement with { Level = Level.Should, Area = "Connections" } };

    private static RequirementResult InArea(string area, RequirementResult result) =>
        result with { Requirement = result.Requirement with { Area = area } };

    private static ScenarioResult WithFault(ScenarioResult scenario) => scenario with
    {
        Exchanges = [Sample.Exchange(1), Sample.Faulty(2, "no answer within 5 s")],
        FailingExchange = 2,
    };

    // The target calls back while it is being called: the third answer comes after the fourth exchange is over.
    private static ScenarioResult BothWays(ScenarioResult scenario) => scenario with
    {
        Exchanges =
        [
            Sample.Exchange(1) with { Actor = "customer", Operation = "createConnection" },
            Sample.Exchange(2),
            Sample.Exchange(3) with { Duration = TimeSpan.FromMilliseconds(40), StepLine = 14 },
            Sample.FromTarget(4) with { StepLine = 14 },
        ],
        Notes = [new Note(Sample.Start.AddMilliseconds(25), 14, "The clock was advanced by 7199 s.")],
    };
}
