namespace Harness.Certification.Loading;

/// <summary>A scenario as written; of an outline, one row.</summary>
internal sealed record ParsedScenario(
    string Feature,
    string Uri,
    string Name,
    int Line,
    IReadOnlyList<ParsedTag> Tags,
    IReadOnlyList<ParsedStep> Steps);

/// <summary>A tag with its @, and where it stands.</summary>
internal sealed record ParsedTag(string Name, int Line);
