namespace Harness.Reference.Testbed.Checks;

/// <summary>A check that a testbed goes through before the server starts.</summary>
/// <param name="Requirement">The requirement that it rests on.</param>
/// <param name="Severity">Of all its findings.</param>
/// <param name="Look">Pure: what it finds, where, and what to change.</param>
public sealed record TestbedCheck(
    string Requirement,
    Severity Severity,
    Func<TestbedModel, IEnumerable<(string Where, string Found, string Change)>> Look)
{
    /// <summary>Everything that the check finds.</summary>
    public IEnumerable<Finding> Run(TestbedModel testbed) => Look(testbed).Select(
        found => new Finding(Requirement, Severity, found.Where, found.Found, found.Change));
}
