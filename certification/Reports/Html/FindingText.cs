using Harness.Certification.Runs;

namespace Harness.Certification.Reports.Html;

/// <summary>What was found, in a sentence, and expected against found.</summary>
internal static class FindingText
{
    // A target may answer with pages of text; the whole of it is in the exchange.
    private const int Longest = 4_000;

    public static void Write(HtmlWriter html, ScenarioResult scenario)
    {
        if (FailureText.MessageOf(scenario) is { } message)
        {
            var blame = scenario.Blame is null ? "" : $"Error {Words.Of(scenario.Blame)}: ";
            html.Leaf("p", BodyText.Cut(blame + message, Longest), "message");
        }

        if (scenario.Expected is null && scenario.Found is null)
            return;
        using var list = html.In("dl", "against");
        WritePart(html, "Expected", scenario.Expected);
        WritePart(html, "Found", scenario.Found);
    }

    private static void WritePart(HtmlWriter html, string name, string? value)
    {
        if (value is null)
            return;
        using var part = html.In("div", name == "Found" ? "found" : "expected");
        html.Leaf("dt", name);
        html.Leaf("dd", BodyText.Cut(value, Longest));
    }
}
