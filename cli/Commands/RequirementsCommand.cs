using System.CommandLine;
using System.Text.Json;
using Harness.Certification.Catalogue;
using Harness.Certification.Loading;
using Harness.Cli.Running;
using Harness.Cli.Showing;

namespace Harness.Cli.Commands;

/// <summary><c>harness requirements</c>: what is certified, and by which scenarios.</summary>
internal static class RequirementsCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var json = new Option<bool>("--json") { Description = "As JSON on standard output", Recursive = true };
        var list = new Command("list", "Every requirement in words, with its level and role.");
        list.SetAction(parsed => List(surroundings, Suites.LoadCatalogue(), parsed.GetValue(json)));
        var coverage = new Command("coverage", "How many scenarios decide each requirement, or why none does.");
        coverage.SetAction(parsed => Coverage(surroundings, Suites.Load(), parsed.GetValue(json)));
        var command = new Command("requirements", "Shows the requirements and what decides them.")
        {
            list, coverage, json,
        };
        return command;
    }

    private static int List(Surroundings surroundings, RequirementCatalogue catalogue, bool json)
    {
        if (json)
            return Json(surroundings, catalogue.Requirements, (_, _) => { });
        var rows = catalogue.Requirements.Select(it => (IReadOnlyList<string>)[it.Id, LevelOf(it), it.Role, it.Text]);
        Columns.Write(surroundings.Output, ["id", "level", "role", "what is owed"], rows);
        return ExitCode.Certified;
    }

    private static int Coverage(Surroundings surroundings, Suite suite, bool json)
    {
        var scenarios = suite.Scenarios
            .SelectMany(scenario => scenario.Requirements.Select(id => (Id: id, Scenario: scenario.Id)))
            .ToLookup(pair => pair.Id, pair => pair.Scenario);
        var requirements = suite.Catalogue.Requirements;
        if (json)
            return Json(surroundings, requirements, (writer, it) =>
            {
                writer.WriteStartArray("scenarios");
                foreach (var id in scenarios[it.Id])
                    writer.WriteStringValue(id);
                writer.WriteEndArray();
                writer.WriteString("undecided", it.Undecided);
            });
        var rows = requirements.Select(it => (IReadOnlyList<string>)
            [it.Id, LevelOf(it), it.Role, DecidedBy(it, scenarios[it.Id].Count())]);
        Columns.Write(surroundings.Output, ["id", "level", "role", "decided by"], rows);
        var decided = requirements.Count(it => it.Undecided is null);
        surroundings.Output.WriteLine();
        surroundings.Output.WriteLine(
            $"{decided} of {requirements.Count} requirements are decided, by {suite.Scenarios.Count} scenarios");
        return ExitCode.Certified;
    }

    private static string DecidedBy(Requirement requirement, int count) => requirement.Undecided is { } reason
        ? $"not decided: {reason}"
        : count == 1 ? "1 scenario" : $"{count} scenarios";

    // A deviation from a reading that this project chose warns, as one from a SHOULD does.
    private static string LevelOf(Requirement requirement) =>
        requirement.Level.ToString().ToUpperInvariant() + (requirement.Interpretation ? " (reading)" : "");

    private static int Json(
        Surroundings surroundings,
        IReadOnlyList<Requirement> requirements,
        Action<Utf8JsonWriter, Requirement> more)
    {
        surroundings.Output.WriteLine(JsonText.Of(writer =>
        {
            writer.WriteStartArray();
            foreach (var requirement in requirements)
            {
                writer.WriteStartObject();
                writer.WriteString("id", requirement.Id);
                writer.WriteString("area", requirement.Area);
                writer.WriteString("level", requirement.Level.ToString().ToUpperInvariant());
                writer.WriteBoolean("interpretation", requirement.Interpretation);
                writer.WriteString("role", requirement.Role);
                writer.WriteString("plane", requirement.Plane);
                writer.WriteString("text", requirement.Text);
                more(writer, requirement);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }));
        return ExitCode.Certified;
    }
}
