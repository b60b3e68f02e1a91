using Harness.Certification.Loading;
using Harness.Certification.Selecting;
using Harness.Certification.Text;

namespace Harness.Certification.Planning;

/// <summary>Makes a plan of a selection. An error names the option that is wrong in place of a file.</summary>
internal sealed class Planner(Suite suite, Selection selection)
{
    private const string TagsOption = "--tags";
    private const string OnlyOption = "--only";

    private readonly Problems _problems = new();

    public Loaded<Plan> Plan()
    {
        var tags = selection.Tags is { } text ? Parse(text) : null;
        foreach (var id in selection.Only)
            CheckRequirement(id);
        foreach (var id in selection.Scenarios.Where(id => suite.Scenarios.All(scenario => scenario.Id != id)))
            _problems.Add(
                "scenario",
                0,
                $"There is no scenario {id}{Nearest.Hint(id, suite.Scenarios.Select(scenario => scenario.Id))}");
        var chosen = suite.Scenarios.Where(scenario => IsChosen(scenario, tags)).ToList();
        if (_problems.Errors.Count == 0 && chosen.Count == 0)
            _problems.Add(
                Options(),
                0,
                $"Selects none of {suite.Scenarios.Count} scenarios; a run of nothing proves nothing");
        return Loaded<Plan>.From(() => new Plan(suite, selection, Ordered(chosen)), _problems.Errors);
    }

    private bool IsChosen(Scenario scenario, TagExpression? tags) =>
        (tags is null || tags.Matches(scenario.Tags))
        && (selection.Only.Count == 0 || selection.Only.Any(scenario.Requirements.Contains))
        && (selection.Scenarios.Count == 0 || selection.Scenarios.Contains(scenario.Id));

    private List<Scenario> Ordered(List<Scenario> scenarios)
    {
        if (selection.Shuffle is not { } seed)
            return scenarios;
        var shuffled = scenarios.ToArray();
        new Random(seed).Shuffle(shuffled);
        return [.. shuffled];
    }

    private TagExpression? Parse(string text)
    {
        try
        {
            var expression = TagExpression.Parse(text);
            foreach (var tag in expression.Names.Where(tag => !suite.Tags.Contains(tag.Name)))
                _problems.Add(
                    TagsOption,
                    0,
                    $"Unknown tag {tag.Name} at column {tag.Column}{Nearest.Hint(tag.Name, suite.Tags)}");
            return expression;
        }
        catch (TagExpressionException wrong)
        {
            _problems.Add(TagsOption, 0, $"{wrong.Message} in \"{text}\"");
            return null;
        }
    }

    private void CheckRequirement(string id)
    {
        var ids = suite.Catalogue.Requirements.Select(requirement => requirement.Id);
        if (suite.Catalogue.Find(id) is not { } requirement)
            _problems.Add(OnlyOption, 0, $"There is no requirement {id}{Nearest.Hint(id, ids)}");
        else if (requirement.Undecided is { } reason)
            _problems.Add(OnlyOption, 0, $"No scenario decides {id}: {reason}");
    }

    private string Options()
    {
        var options = new List<string>();
        if (selection.Tags is not null)
            options.Add(TagsOption);
        if (selection.Only.Count > 0)
            options.Add(OnlyOption);
        return options.Count == 0 ? "selection" : string.Join(' ', options);
    }
}
