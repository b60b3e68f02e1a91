using System.Text.RegularExpressions;
using Harness.Certification.Catalogue;
using Harness.Certification.Text;

namespace Harness.Certification.Loading;

/// <summary>Tells requirement tags from ordinary ones, and refuses those that are neither.</summary>
internal sealed partial class TagReader
{
    private readonly RequirementCatalogue _catalogue;
    private readonly HashSet<string> _ordinary;
    private readonly Problems _problems;

    public TagReader(RequirementCatalogue catalogue, IReadOnlyList<string> ordinary, Problems problems)
    {
        _catalogue = catalogue;
        _ordinary = [Scenario.SerialTag, .. ordinary];
        _problems = problems;
    }

    /// <summary>The ids of the requirements among the tags, in the order of the tags.</summary>
    public IReadOnlyList<string> Requirements(ParsedScenario scenario)
    {
        var ids = new List<string>();
        foreach (var tag in scenario.Tags)
        {
            if (_catalogue.Find(tag.Name[1..]) is { } requirement)
                ids.Add(requirement.Id);
            else if (!_ordinary.Contains(tag.Name))
                _problems.Add(scenario.Uri, tag.Line, Unknown(tag.Name));
        }

        if (scenario.Tags.Count == 0 || !scenario.Tags.Any(tag => LooksLikeRequirement().IsMatch(tag.Name)))
            _problems.Add(
                scenario.Uri,
                scenario.Line,
                $"\"{scenario.Name}\" decides no requirement: tag it with the ids that it decides, such as @COM-01");
        return [.. ids.Distinct()];
    }

    private string Unknown(string tag)
    {
        if (LooksLikeRequirement().IsMatch(tag))
            return $"There is no requirement {tag[1..]} in {_catalogue.Uri}"
                + Nearest.Hint(tag[1..], _catalogue.Requirements.Select(requirement => requirement.Id));
        var known = _ordinary.Concat(_catalogue.Requirements.Select(requirement => $"@{requirement.Id}"));
        return $"Unknown tag {tag}{Nearest.Hint(tag, known)}";
    }

    [GeneratedRegex(@"^@[A-Z][A-Z0-9]*-\d+$")]
    private static partial Regex LooksLikeRequirement();
}
