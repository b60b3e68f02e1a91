namespace Harness.Certification.Bindings;

/// <summary>The scenario that is running, as its steps may know it.</summary>
/// <param name="Id">Unique in the run: <c>features/x/y.feature:12</c>.</param>
/// <param name="Feature">Title of the feature.</param>
/// <param name="Title">Title of the scenario.</param>
/// <param name="Tags">All tags, inherited ones included, with their @.</param>
/// <param name="Requirements">Ids that it decides.</param>
public sealed record ScenarioInfo(
    string Id,
    string Feature,
    string Title,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Requirements);
