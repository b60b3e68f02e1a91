using System.Globalization;
using Harness.Certification.Runs;

namespace Harness.Certification.Reports.Html;

/// <summary>What every part of the page needs: where to write, the run, and the room for evidence.</summary>
internal sealed record ReportPage(HtmlWriter Html, RunView View, EvidenceRoom Room)
{
    public Run Run => View.Run;

    /// <summary>Anchor of a scenario by its number in the plan.</summary>
    public static string ScenarioAnchor(int number) => string.Create(CultureInfo.InvariantCulture, $"s{number}");

    /// <summary>Anchor of an exchange of a scenario.</summary>
    public static string ExchangeAnchor(int number, int sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"s{number}x{sequence}");

    /// <summary>Anchor of a requirement's row.</summary>
    public static string RequirementAnchor(string id) => $"r-{id}";

    /// <summary>Writes a link to a place on the page.</summary>
    public void Link(string anchor, string text) => Html.Leaf("a", text, ("href", "#" + anchor));

    /// <summary>Writes a link to a requirement, or its bare id when the catalogue has no such.</summary>
    public void RequirementLink(string id)
    {
        if (View.Requirement(id) is null)
            Html.Leaf("span", id, "id");
        else
            Html.Leaf("a", id, ("class", "id"), ("href", "#" + RequirementAnchor(id)));
    }

    /// <summary>A URL without the root that every one of them begins with.</summary>
    public string ShortUrl(string url)
    {
        var root = Run.Target.BaseUrl.TrimEnd('/');
        if (root.Length > 0 && url.StartsWith(root + "/", StringComparison.Ordinal))
            return url[root.Length..];
        return Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is ("http" or "https")
            ? parsed.PathAndQuery
            : url;
    }
}
