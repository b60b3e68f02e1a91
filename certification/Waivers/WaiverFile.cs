using System.Globalization;
using Harness.Certification.Catalogue;
using Harness.Certification.Loading;
using Harness.Certification.Text;
using Harness.Certification.Yaml;

namespace Harness.Certification.Waivers;

/// <summary>
/// Reads a file of accepted failures:
/// <code>
/// waivers:
///   - requirement: MAC-04
///     reason: bake time is counted from the acceptance; mended in release 7
///     expires: 2027-01-31
/// </code>
/// </summary>
public static class WaiverFile
{
    /// <summary>The waivers, or what is wrong with them.</summary>
    public static Loaded<IReadOnlyList<Waiver>> Load(string uri, string yaml, RequirementCatalogue catalogue)
    {
        var problems = new Problems();
        var waivers = new List<Waiver>();
        if (YamlReader.Root(uri, yaml, problems) is { } root)
        {
            root.AllowOnly("waivers");
            foreach (var entry in root.Mappings("waivers", required: true))
                waivers.Add(Read(entry, waivers, catalogue));
        }

        return Loaded<IReadOnlyList<Waiver>>.From(() => waivers, problems.Errors);
    }

    private static Waiver Read(YamlMapping entry, List<Waiver> before, RequirementCatalogue catalogue)
    {
        entry.AllowOnly("requirement", "reason", "expires");
        var id = entry.Text("requirement");
        if (id.Length > 0 && Fault(id, before, catalogue) is { } wrong)
            entry.Report("requirement", wrong);
        var expires = entry.Text("expires");
        var culture = CultureInfo.InvariantCulture;
        var isDay = DateOnly.TryParseExact(expires, "yyyy-MM-dd", culture, DateTimeStyles.None, out var day);
        if (expires.Length > 0 && !isDay)
            entry.Report("expires", $"Expected a day such as 2027-01-31, found \"{expires}\"");
        return new Waiver(id, entry.Text("reason"), day);
    }

    private static string? Fault(string id, List<Waiver> before, RequirementCatalogue catalogue)
    {
        var ids = catalogue.Requirements.Select(requirement => requirement.Id);
        return catalogue.Find(id) switch
        {
            null => $"There is no requirement {id}{Nearest.Hint(id, ids)}",
            { Undecided: not null } => $"Nothing decides {id}, so that it cannot fail: remove the waiver",
            { Binding: false } => $"A deviation from {id} is a warning, which needs no waiver: remove it",
            _ when before.Any(other => other.Requirement == id) => $"{id} is waived twice: remove one",
            _ => null,
        };
    }
}
