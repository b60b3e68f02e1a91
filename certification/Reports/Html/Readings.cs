using Harness.Certification.Runs;

namespace Harness.Certification.Reports.Html;

/// <summary>Points that the source leaves open, and the reading that the target showed.</summary>
internal static class Readings
{
    public static void Write(HtmlWriter html, IReadOnlyList<Reading> readings)
    {
        foreach (var reading in readings.Distinct())
        {
            using var line = html.In("span", "reading");
            html.Text($"Open point: {reading.Point} Shown: ");
            html.Leaf("strong", reading.Shown);
        }
    }
}
