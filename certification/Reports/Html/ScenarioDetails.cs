using Harness.Certification.Runs;

namespace Harness.Certification.Reports.Html;

/// <summary>One scenario: what came of it, its steps, its picture and its exchanges.</summary>
internal static class ScenarioDetails
{
    public static void Write(ReportPage page, ScenarioResult scenario)
    {
        var html = page.Html;
        var number = page.View.NumberOf(scenario.Id)!.Value;
        var waived = page.View.WaiverOf(scenario) is not null;
        using var details = html.In("details", $"scenario {Badge.Class(scenario.Verdict, waived)}");
        using (html.In("summary"))
        {
            Badge.Write(html, scenario.Verdict, waived);
            using (html.In("h4"))
                html.Text($"{number}. {scenario.Name}");
            html.Leaf("span", Words.Of(scenario.Duration), "quiet");
        }

        // The anchor is inside of what is folded, because a link to it then unfolds it.
        using var content = html.In("div", ("class", "content"), ("id", ReportPage.ScenarioAnchor(number)));
        WriteDecides(page, scenario);
        FindingText.Write(html, scenario);
        FigureImages.Write(html, scenario.Figures);
        AttachmentLinks.Write(html, scenario);
        if (page.View.WaiverOf(scenario) is { } waiver)
            html.Leaf("p", Words.Of(waiver));
        Readings.Write(html, scenario.Readings);
        WriteSteps(html, scenario);
        WriteNotes(html, scenario);
        SequencePicture.Write(page, scenario, number);
        foreach (var exchange in scenario.Exchanges)
        {
            var anchor = ReportPage.ExchangeAnchor(number, exchange.Sequence);
            ExchangeDetails.Write(page, scenario, exchange, anchor);
        }
    }

    private static void WriteDecides(ReportPage page, ScenarioResult scenario)
    {
        var html = page.Html;
        using var line = html.In("p", "quiet");
        if (scenario.Requirements.Count > 0)
            html.Text("Decides ");
        foreach (var id in scenario.Requirements)
        {
            page.RequirementLink(id);
            html.Text(" ");
        }

        html.Leaf("code", $"{scenario.Uri}:{scenario.Line}");
        html.Text($" \u00B7 slot {scenario.Slot} \u00B7 {Words.Of(scenario.StartedAt)}");
        var tags = scenario.Tags.Where(tag => !scenario.Requirements.Contains(tag.TrimStart('@'))).ToList();
        if (tags.Count > 0)
            html.Text($" \u00B7 {string.Join(' ', tags)}");
    }

    private static void WriteSteps(HtmlWriter html, ScenarioResult scenario)
    {
        if (scenario.Steps.Count == 0)
            return;
        using var list = html.In("ol", "steps");
        foreach (var step in scenario.Steps)
        {
            using var item = html.In("li", step.Status.ToString().ToLowerInvariant());
            html.Leaf("span", StepSign.Of(step.Status), ("class", "sign"), ("aria-hidden", "true"));
            html.Leaf("b", step.Keyword.Trim());
            html.Text($" {step.Text} ");
            var status = step.Status == StepStatus.Passed ? Words.Of(step.Duration) : Words.Of(step.Status);
            html.Leaf("span", status, "quiet");
            if (step.Argument is { } argument)
                html.Leaf("pre", argument);
        }
    }

    private static void WriteNotes(HtmlWriter html, ScenarioResult scenario)
    {
        if (scenario.Notes.Count == 0)
            return;
        html.Leaf("h5", "Notes");
        using var list = html.In("ul", "notes");
        foreach (var note in scenario.Notes)
            html.Leaf("li", note.Text);
    }
}
