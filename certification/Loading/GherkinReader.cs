using Gherkin;
using Harness.Certification.Bindings;
using Ast = Gherkin.Ast;

namespace Harness.Certification.Loading;

/// <summary>
/// Reads a feature file into plain scenarios: background prepended, outlines unfolded, tags inherited.
/// </summary>
internal sealed class GherkinReader(FeatureFile file, Problems problems)
{
    public IReadOnlyList<ParsedScenario> Read()
    {
        Ast.Feature? feature;
        try
        {
            feature = new Parser().Parse(new StringReader(file.Text)).Feature;
        }
        catch (CompositeParserException many)
        {
            foreach (var error in many.Errors)
                Report(error);
            return [];
        }
        catch (ParserException one)
        {
            Report(one);
            return [];
        }

        if (feature is null)
        {
            problems.Add(file.Uri, 1, "Expected a feature, found none");
            return [];
        }

        return Read(feature);
    }

    private List<ParsedScenario> Read(Ast.Feature feature)
    {
        if (feature.Language != "en")
            problems.Add(file.Uri, feature.Location.Line, $"Expected English keywords, found \"{feature.Language}\"");
        if (feature.Name.Length == 0)
            problems.Add(file.Uri, feature.Location.Line, "Expected a title after \"Feature:\", found none");
        foreach (var child in feature.Children)
            RefuseDescription(child);
        var background = feature.Children.OfType<Ast.Background>().SelectMany(part => part.Steps).ToList();
        var scenarios = feature.Children
            .SelectMany(child => child switch
            {
                Ast.ScenarioOutline outline => Rows(feature, background, outline),
                Ast.Scenario scenario => [Whole(feature, background, scenario)],
                _ => [],
            })
            .ToList();
        if (scenarios.Count == 0)
            problems.Add(file.Uri, feature.Location.Line, $"Expected scenarios in \"{feature.Name}\", found none");
        return scenarios;
    }

    // Gherkin takes a line with a mistyped first keyword for a description: the step would silently be left out.
    private void RefuseDescription(Ast.ScenarioDefinition child)
    {
        if (child.Description?.Trim().Split('\n')[0] is { Length: > 0 } line)
            problems.Add(
                file.Uri,
                child.Location.Line,
                $"Expected a step after \"{child.Name}\", found \"{line.Trim()}\"; begin a remark with #");
    }

    private ParsedScenario Whole(Ast.Feature feature, List<Ast.Step> background, Ast.Scenario scenario) => new(
        feature.Name,
        file.Uri,
        scenario.Name,
        scenario.Location.Line,
        [.. feature.Tags.Concat(scenario.Tags).Select(Tag)],
        Steps(background.Concat(scenario.Steps), text => text));

    private IEnumerable<ParsedScenario> Rows(
        Ast.Feature feature,
        List<Ast.Step> background,
        Ast.ScenarioOutline outline)
    {
        var found = 0;
        foreach (var examples in outline.Examples)
        {
            foreach (var row in examples.TableBody ?? [])
            {
                found++;
                var cells = new OutlineRow(examples.TableHeader, row);
                yield return new ParsedScenario(
                    feature.Name,
                    file.Uri,
                    cells.Name(outline.Name),
                    row.Location.Line,
                    [.. feature.Tags.Concat(outline.Tags).Concat(examples.Tags).Select(Tag)],
                    [.. Steps(background, text => text), .. Filled(outline, cells)]);
            }
        }

        if (found == 0)
            problems.Add(file.Uri, outline.Location.Line, $"\"{outline.Name}\" has no rows of examples");
    }

    private List<ParsedStep> Filled(Ast.ScenarioOutline outline, OutlineRow cells)
    {
        foreach (var step in outline.Steps)
        {
            var cellTexts = ((step.Argument as Ast.DataTable)?.Rows ?? [])
                .SelectMany(row => row.Cells)
                .Select(cell => cell.Value);
            foreach (var unknown in cellTexts.Prepend(step.Text).SelectMany(cells.UnknownIn))
                problems.Add(file.Uri, step.Location.Line, unknown);
        }

        return Steps(outline.Steps, cells.Fill);
    }

    private List<ParsedStep> Steps(IEnumerable<Ast.Step> steps, Func<string, string> fill)
    {
        var kind = StepKind.Given;
        var parsed = new List<ParsedStep>();
        foreach (var step in steps)
        {
            var keyword = step.Keyword.Trim();
            kind = Enum.TryParse<StepKind>(keyword, out var named) ? named : kind;
            parsed.Add(new ParsedStep(
                keyword,
                kind,
                fill(step.Text),
                step.Location.Line,
                step.Argument is Ast.DataTable table ? Table(table, fill) : null,
                step.Argument is Ast.DocString text ? fill(text.Content) : null));
        }

        return parsed;
    }

    private DataTable? Table(Ast.DataTable table, Func<string, string> fill)
    {
        var rows = table.Rows.Select(row => row.Cells.Select(cell => fill(cell.Value)).ToArray()).ToList();
        try
        {
            var result = new DataTable(rows[0]);
            foreach (var row in rows.Skip(1))
                result.AddRow(row);
            return result;
        }
        catch (ArgumentException wrong)
        {
            problems.Add(file.Uri, table.Location.Line, wrong.Message);
            return null;
        }
    }

    private static ParsedTag Tag(Ast.Tag tag) => new(tag.Name, tag.Location.Line);

    // The parser's messages begin with "(line:column): ", which the error's place says already.
    private void Report(ParserException error)
    {
        var message = error.Message;
        var prefix = message.IndexOf("): ", StringComparison.Ordinal);
        if (message.StartsWith('(') && prefix > 0)
            message = message[(prefix + 3)..];
        problems.Add(file.Uri, error.Location?.Line ?? 0, $"Not Gherkin: {message}");
    }
}
