using Harness.Certification.Bindings;

namespace Harness.Certification.Loading;

/// <summary>A scenario that can run.</summary>
/// <param name="Id">Unique in the suite: <c>features/x/y.feature:12</c>, with the row's line for an outline.</param>
/// <param name="Feature">Title of the feature.</param>
/// <param name="Name">Title of the scenario, unique in its feature.</param>
/// <param name="Uri">Path of the feature file.</param>
/// <param name="Line">Line of the scenario, or of the outline's row.</param>
/// <param name="Tags">All tags, inherited ones included, with their @.</param>
/// <param name="Requirements">Ids that it decides.</param>
/// <param name="Steps">In the order in which they run, the background's first.</param>
public sealed record Scenario(
    string Id,
    string Feature,
    string Name,
    string Uri,
    int Line,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Requirements,
    IReadOnlyList<Step> Steps)
{
    /// <summary>The tag of a scenario that has to run alone.</summary>
    public const string SerialTag = "@serial";

    /// <summary>Whether no other scenario may run at the same time.</summary>
    public bool IsSerial => Tags.Contains(SerialTag);

    /// <summary>What its steps may know of it.</summary>
    public ScenarioInfo Info => new(Id, Feature, Name, Tags, Requirements);

    public override string ToString() => Name;
}
