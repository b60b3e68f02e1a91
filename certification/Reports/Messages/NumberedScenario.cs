using System.Globalization;
using Harness.Certification.Runs;

namespace Harness.Certification.Reports.Messages;

/// <summary>A scenario and its place in the plan, from which all ids that envelopes refer by are made.</summary>
internal sealed record NumberedScenario(int Number, ScenarioResult Scenario)
{
    public string Id(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{Number}");

    public string Id(string kind, int index) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{Number}-{index}");
}
