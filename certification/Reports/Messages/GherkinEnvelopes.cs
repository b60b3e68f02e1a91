using Harness.Certification.Runs;

namespace Harness.Certification.Reports.Messages;

/// <summary>What was to be run: a Gherkin document per feature file and a pickle per scenario.</summary>
internal static class GherkinEnvelopes
{
    public static void Write(EnvelopeWriter lines, IReadOnlyList<NumberedScenario> feature)
    {
        lines.Write("gherkinDocument", document =>
        {
            document.String("uri", feature[0].Scenario.Uri);
            document.Object("feature", it => WriteFeature(it, feature));
            document.Objects("comments", Array.Empty<string>(), (_, _) => { });
        });
        foreach (var scenario in feature)
            lines.Write("pickle", pickle => WritePickle(pickle, scenario));
    }

    private static void WriteFeature(MessageWriter feature, IReadOnlyList<NumberedScenario> scenarios)
    {
        feature.Location(1);
        feature.Objects("tags", Array.Empty<string>(), (_, _) => { });
        feature.String("language", "en");
        feature.String("keyword", "Feature");
        feature.String("name", scenarios[0].Scenario.Feature);
        feature.String("description", "");
        feature.Objects("children", scenarios, (child, scenario) =>
            child.Object("scenario", it => WriteScenario(it, scenario)));
    }

    private static void WriteScenario(MessageWriter it, NumberedScenario numbered)
    {
        var scenario = numbered.Scenario;
        it.Location(scenario.Line);
        it.Objects("tags", scenario.Tags.Index(), (tag, entry) =>
        {
            tag.Location(scenario.Line);
            tag.String("name", entry.Item);
            tag.String("id", numbered.Id("tag", entry.Index));
        });
        it.String("keyword", "Scenario");
        it.String("name", scenario.Name);
        it.String("description", "");
        it.Objects("steps", scenario.Steps.Index(), (step, entry) =>
            WriteStep(step, numbered, entry.Index, entry.Item));
        it.Objects("examples", Array.Empty<string>(), (_, _) => { });
        it.String("id", numbered.Id("scenario"));
    }

    private static void WriteStep(MessageWriter it, NumberedScenario scenario, int index, StepResult step)
    {
        it.Location(step.Line);
        it.String("keyword", step.Keyword.TrimEnd() + " ");
        it.String("text", step.Text);
        if (step.Argument is { } argument)
        {
            it.Object("docString", text =>
            {
                text.Location(step.Line);
                text.String("content", argument);
                text.String("delimiter", "\"\"\"");
            });
        }

        it.String("id", scenario.Id("step", index));
    }

    private static void WritePickle(MessageWriter it, NumberedScenario numbered)
    {
        var scenario = numbered.Scenario;
        it.String("id", numbered.Id("pickle"));
        it.String("uri", scenario.Uri);
        it.Location(scenario.Line);
        it.String("name", scenario.Name);
        it.String("language", "en");
        it.Objects("steps", scenario.Steps.Index(), (step, entry) =>
        {
            step.String("id", numbered.Id("pickle-step", entry.Index));
            step.String("text", entry.Item.Text);
            step.Strings("astNodeIds", numbered.Id("step", entry.Index));
            if (entry.Item.Argument is { } argument)
                step.Object("argument", it => it.Object("docString", text => text.String("content", argument)));
        });
        it.Objects("tags", scenario.Tags.Index(), (tag, entry) =>
        {
            tag.String("name", entry.Item);
            tag.String("astNodeId", numbered.Id("tag", entry.Index));
        });
        it.Strings("astNodeIds", numbered.Id("scenario"));
    }
}
