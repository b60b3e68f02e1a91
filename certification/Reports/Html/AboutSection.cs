namespace Harness.Certification.Reports.Html;

/// <summary>How to read the page, and what it leaves out.</summary>
internal static class AboutSection
{
    private static readonly (string Word, string Meaning)[] _verdicts =
    [
        ("passed", "Every check held."),
        ("warning", "A SHOULD, or an interpretation of a point that the source leaves open, was not kept. Certifies."),
        ("failed", "A check of the protocol did not hold."),
        ("waived", "Failed, and accepted beforehand until a day that the waiver names. Never certifies."),
        ("error", "Could not be carried through; says whose doing it was. Never certifies."),
        ("inconclusive", "Ran, but what was seen decides nothing. Never certifies."),
        ("skipped", "Not run, with the reason. Never certifies."),
        ("not decided", "No scenario of this run decides it; each has its reason on this page."),
    ];

    public static void Write(ReportPage page)
    {
        var html = page.Html;
        using var section = html.In("section", ("id", "about"));
        html.Leaf("h2", "How to read this report");
        using (html.In("dl", "words"))
        {
            foreach (var (word, meaning) in _verdicts)
            {
                using var pair = html.In("div");
                html.Leaf("dt", word);
                html.Leaf("dd", meaning);
            }
        }

        html.Leaf("p",
            "Secrets are redacted before anything is recorded. JSON bodies are indented for reading; characters that " +
            "cannot be shown, or that turn the direction of writing, are replaced by a sign of them.");
        if (page.Room.Abbreviates)
            html.Leaf("p", Abbreviation(page.Room), ("id", "abbreviated"));
        html.Leaf("p", "Printed, folded parts stay folded: unfold first what is to be on paper.", "screen");
    }

    private static string Abbreviation(EvidenceRoom room)
    {
        var passed = room.Passed == 0
            ? "leave out headers and bodies of exchanges"
            : $"show at most {room.Passed} characters of the headers and of each body";
        return $"To keep the page small, scenarios that passed {passed}, all others at most {room.Finding}. " +
            "Everything that was recorded is in run.json, from which every report can be written again.";
    }
}
