using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Certification.Reports.Html;

/// <summary>
/// How many characters of headers and bodies the page shows, so that it stays a page that opens at once however
/// much a run recorded. Scenarios that did not pass have the room first.
/// </summary>
/// <param name="Finding">Characters a body in a scenario that did not pass.</param>
/// <param name="Passed">Characters a body in a scenario that passed; 0 leaves out headers too.</param>
internal sealed record EvidenceRoom(int Finding, int Passed)
{
    /// <summary>Characters of evidence that the whole page may hold, markup not counted.</summary>
    public const int Budget = 2_500_000;

    private static readonly int[] _steps = [65_536, 16_384, 4_096, 1_024, 512, 256, 128, 0];

    /// <summary>Whether something that was recorded may not be on the page.</summary>
    public bool Abbreviates => Passed < _steps[0] || Finding < _steps[0];

    public int For(ScenarioResult scenario) => scenario.Verdict == Verdict.Pass ? Passed : Finding;

    public static EvidenceRoom Of(Run run)
    {
        var finding = Fitting(run.Scenarios.Where(scenario => scenario.Verdict != Verdict.Pass), Budget, out var left);
        var passed = Fitting(run.Scenarios.Where(scenario => scenario.Verdict == Verdict.Pass), left, out _);
        return new EvidenceRoom(finding, passed);
    }

    private static int Fitting(IEnumerable<ScenarioResult> scenarios, long room, out long left)
    {
        var exchanges = scenarios.SelectMany(scenario => scenario.Exchanges).ToList();
        foreach (var limit in _steps)
        {
            left = room - exchanges.Sum(exchange => Size(exchange, limit));
            if (left >= 0 || limit == 0)
                return limit;
        }

        throw new InvalidOperationException("The last step is zero and always fits.");
    }

    private static long Size(Exchange exchange, int limit) =>
        Part(exchange.Request.Headers, limit) + Part(exchange.Request.Body, limit)
        + Part(exchange.Response?.Headers ?? [], limit) + Part(exchange.Response?.Body, limit);

    private static long Part(string? text, int limit) => Math.Min(text?.Length ?? 0, limit);

    private static long Part(IReadOnlyList<Fact> headers, int limit) =>
        Math.Min(headers.Sum(header => header.Name.Length + header.Value.Length + 3L), limit);
}
