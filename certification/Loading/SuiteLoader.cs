using Harness.Certification.Catalogue;

namespace Harness.Certification.Loading;

/// <summary>Puts a suite together and gathers every error on the way, so that all are said at once.</summary>
internal sealed class SuiteLoader(SuiteSource source)
{
    private readonly Problems _problems = new();

    public Loaded<Suite> Load()
    {
        var bindings = new BindingScanner(_problems).Scan(source.Bindings);
        var parsed = source.Features.SelectMany(file => new GherkinReader(file, _problems).Read()).ToList();
        if (source.Features.Count == 0)
            _problems.Add("features", 0, "Expected feature files, found none");
        ReportDoubles(parsed);
        var matcher = new StepMatcher(bindings, _problems);
        var tags = new TagReader(source.Catalogue, source.Tags, _problems);
        var scenarios = parsed.Select(scenario => Bind(scenario, matcher, tags)).ToList();
        matcher.ReportUnused();
        ReportCoverage(source.Catalogue, scenarios);
        return Loaded<Suite>.From(
            () => new Suite(source.Catalogue, scenarios, bindings, AllTags()),
            _problems.Errors);
    }

    private List<string> AllTags() =>
    [
        Scenario.SerialTag,
        .. source.Tags,
        .. source.Catalogue.Requirements.Select(requirement => $"@{requirement.Id}"),
    ];

    private Scenario Bind(ParsedScenario parsed, StepMatcher matcher, TagReader tags)
    {
        if (parsed.Name.Length == 0)
            _problems.Add(parsed.Uri, parsed.Line, "Expected a title for the scenario, found none");
        if (!parsed.Steps.Any(step => step.Kind == StepKind.Then))
            _problems.Add(parsed.Uri, parsed.Line, $"\"{parsed.Name}\" checks nothing: it has no Then step");
        var steps = parsed.Steps
            .Select(step => (step, Call: matcher.Match(parsed.Uri, step)))
            .Where(pair => pair.Call is not null)
            .Select(pair => new Step(pair.step, pair.Call!));
        return new Scenario(
            $"{parsed.Uri}:{parsed.Line}",
            parsed.Feature,
            parsed.Name,
            parsed.Uri,
            parsed.Line,
            [.. parsed.Tags.Select(tag => tag.Name).Distinct()],
            tags.Requirements(parsed),
            [.. steps]);
    }

    // A report and a waiver name scenarios by their titles: two of the same name could not be told apart.
    private void ReportDoubles(List<ParsedScenario> scenarios)
    {
        foreach (var doubles in scenarios.GroupBy(scenario => (scenario.Feature, scenario.Name)))
        {
            var first = doubles.First();
            foreach (var other in doubles.Skip(1))
                _problems.Add(
                    other.Uri,
                    other.Line,
                    $"The scenario \"{other.Name}\" of \"{other.Feature}\" is already at {first.Uri}:{first.Line}");
        }

        foreach (var titles in scenarios.GroupBy(scenario => scenario.Feature))
        {
            var first = titles.First();
            foreach (var other in titles.Where(scenario => scenario.Uri != first.Uri).DistinctBy(it => it.Uri))
                _problems.Add(other.Uri, 1, $"The feature title \"{other.Feature}\" is already that of {first.Uri}");
        }
    }

    private void ReportCoverage(RequirementCatalogue catalogue, List<Scenario> scenarios)
    {
        var decided = scenarios.SelectMany(scenario => scenario.Requirements).ToHashSet();
        foreach (var requirement in catalogue.Requirements)
        {
            var message = (decided.Contains(requirement.Id), requirement.Undecided) switch
            {
                (false, null) => $"No scenario decides {requirement.Id}: add one, or say why in \"undecided\"",
                (true, not null) => $"{requirement.Id} is \"undecided\" but a scenario decides it: remove one of both",
                _ => null,
            };
            if (message is not null)
                _problems.Add(catalogue.Uri, catalogue.LineOf(requirement.Id), message);
        }
    }
}
