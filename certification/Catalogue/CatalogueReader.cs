using System.Text.RegularExpressions;
using Harness.Certification.Loading;
using Harness.Certification.Yaml;

namespace Harness.Certification.Catalogue;

/// <summary>
/// Reads a catalogue. Its layout:
/// <code>
/// areas:
///   - area: Common
///     requirements:
///       - {id: COM-01, level: MUST, role: responder, plane: api, text: "..."}
///       - id: COM-12
///         level: SHOULD
///         role: responder
///         plane: api
///         text: "..."
///         interpretation: true
///         undecided: "why no scenario decides it, and what would"
/// openPoints:
///   - {id: key-used, text: "...", readings: ["...", "..."]}
/// </code>
/// </summary>
internal sealed partial class CatalogueReader(string uri)
{
    private static readonly string[] Levels = ["MUST", "SHOULD", "MAY"];
    private static readonly string[] Roles = ["responder", "negotiator", "initiator", "both"];
    private static readonly string[] Planes = ["api", "data"];

    private readonly Problems _problems = new();
    private readonly List<Requirement> _requirements = [];
    private readonly List<OpenPoint> _openPoints = [];
    private readonly Dictionary<string, int> _lines = [];

    public Loaded<RequirementCatalogue> Read(string yaml)
    {
        if (YamlReader.Root(uri, yaml, _problems) is { } root)
        {
            root.AllowOnly("areas", "openPoints");
            foreach (var area in root.Mappings("areas", required: true))
                ReadArea(area);
            foreach (var point in root.Mappings("openPoints"))
                ReadOpenPoint(point);
        }

        return Loaded<RequirementCatalogue>.From(
            () => new RequirementCatalogue(uri, _requirements, _openPoints, _lines),
            _problems.Errors);
    }

    private void ReadArea(YamlMapping area)
    {
        area.AllowOnly("area", "requirements");
        var title = area.Text("area");
        foreach (var entry in area.Mappings("requirements", required: true))
            ReadRequirement(title, entry);
    }

    private void ReadRequirement(string area, YamlMapping entry)
    {
        entry.AllowOnly("id", "level", "role", "plane", "text", "interpretation", "undecided", "note");
        var id = entry.Text("id");
        if (id.Length > 0 && !Id().IsMatch(id))
            entry.Report("id", $"Expected an id such as COM-01, found \"{id}\"");
        if (!_lines.TryAdd(id, entry.Line) && id.Length > 0)
            entry.Report("id", $"The requirement {id} is already on line {_lines[id]}");
        else
            _requirements.Add(new Requirement(
                id,
                area,
                LevelOf(entry.Word("level", Levels)),
                entry.Word("role", Roles),
                entry.Word("plane", Planes),
                entry.Text("text"),
                entry.Flag("interpretation"),
                entry.OptionalText("undecided")));
    }

    private static Level LevelOf(string word) => word switch
    {
        "SHOULD" => Level.Should,
        "MAY" => Level.May,
        _ => Level.Must,
    };

    private void ReadOpenPoint(YamlMapping entry)
    {
        entry.AllowOnly("id", "text", "readings");
        var point = new OpenPoint(entry.Text("id"), entry.Text("text"), entry.Texts("readings"));
        if (_openPoints.Any(other => other.Id == point.Id))
            entry.Report("id", $"The open point \"{point.Id}\" appears twice");
        else
            _openPoints.Add(point);
    }

    [GeneratedRegex(@"^[A-Z][A-Z0-9]*-\d+$")]
    private static partial Regex Id();
}
