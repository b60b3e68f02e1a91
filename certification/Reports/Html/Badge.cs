using System.Globalization;
using Harness.Certification.Verdicts;

namespace Harness.Certification.Reports.Html;

/// <summary>A verdict as sign, word and colour: none of them carries the meaning alone.</summary>
internal static class Badge
{
    public static void Write(HtmlWriter html, Verdict? verdict, bool waived = false)
    {
        var word = waived ? "waived" : Words.Of(verdict);
        html.Leaf("span", $"{Sign(verdict)} {word}", $"badge {Class(verdict, waived)}");
    }

    /// <summary>Writes an HTTP status, or that there was none.</summary>
    public static void WriteStatus(HtmlWriter html, int? status)
    {
        var family = status switch
        {
            null => "fail",
            < 300 => "ok",
            < 400 => "moved",
            < 500 => "refused",
            _ => "fail",
        };
        var text = status?.ToString(CultureInfo.InvariantCulture) ?? "no answer";
        html.Leaf("span", text, $"status {family}");
    }

    public static string Class(Verdict? verdict, bool waived = false) => (verdict, waived) switch
    {
        (_, true) => "waived",
        (null, _) => "none",
        _ => verdict.Value.ToString().ToLowerInvariant(),
    };

    public static string Sign(Verdict? verdict) => verdict switch
    {
        Verdict.Pass => "\u2713",
        Verdict.Warn => "!",
        Verdict.Skip => "\u2013",
        Verdict.Inconclusive => "?",
        Verdict.Error => "\u26A0\uFE0E",
        Verdict.Fail => "\u2717",
        _ => "\u00B7",
    };
}
