namespace Harness.Certification.Selecting;

/// <summary>Which scenarios of a suite to run, and in which order. All conditions hold together.</summary>
/// <param name="Tags">Tag expression such as <c>@a and not (@b or @c)</c>; null for every scenario.</param>
/// <param name="Only">Requirement ids, one of which the scenario decides; empty for every scenario.</param>
/// <param name="Scenarios">Ids of scenarios; empty for every scenario.</param>
/// <param name="Shuffle">Seed of another order than that of the files; null for theirs.</param>
public sealed record Selection(
    string? Tags,
    IReadOnlyList<string> Only,
    IReadOnlyList<string> Scenarios,
    int? Shuffle = null)
{
    /// <summary>The whole suite, in the order of its files.</summary>
    public static Selection Everything { get; } = new(null, [], []);

    /// <summary>One scenario.</summary>
    public static Selection Of(string scenarioId) => new(null, [], [scenarioId]);
}
