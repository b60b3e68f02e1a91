using Harness.Certification.Loading;

namespace Harness.Certification.Catalogue;

/// <summary>The requirements, and the points that the source leaves open.</summary>
public sealed class RequirementCatalogue
{
    private readonly Dictionary<string, Requirement> _byId;
    private readonly IReadOnlyDictionary<string, int> _lines;

    internal RequirementCatalogue(
        string uri,
        IReadOnlyList<Requirement> requirements,
        IReadOnlyList<OpenPoint> openPoints,
        IReadOnlyDictionary<string, int> lines)
    {
        Uri = uri;
        Requirements = requirements;
        OpenPoints = openPoints;
        _lines = lines;
        _byId = requirements.ToDictionary(requirement => requirement.Id);
    }

    /// <summary>Path of the file, for errors.</summary>
    public string Uri { get; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Requirement> Requirements { get; }

    public IReadOnlyList<OpenPoint> OpenPoints { get; }

    /// <summary>
    /// Reads the project's <c>requirements.yaml</c>; <see cref="CatalogueReader"/> says how it is laid out.
    /// </summary>
    public static Loaded<RequirementCatalogue> Load(string uri, string yaml) => new CatalogueReader(uri).Read(yaml);

    /// <summary>
    /// The part of the catalogue that another suite decides, one that can show what this one's <c>undecided</c> lines
    /// leave to it.
    /// </summary>
    /// <param name="belongs">Which requirements.</param>
    public RequirementCatalogue Decidable(Func<Requirement, bool> belongs) => new(
        Uri,
        [.. Requirements.Where(belongs).Select(requirement => requirement with { Undecided = null })],
        [],
        _lines);

    /// <summary>The requirement of that id, or null.</summary>
    public Requirement? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Line of the requirement in the file.</summary>
    internal int LineOf(string id) => _lines.GetValueOrDefault(id);
}
