using Harness.Certification.Catalogue;
using Harness.Certification.Loading;
using Harness.Features.Labs.Steps;

namespace Harness.Features.Hosting;

/// <summary>The scenarios, steps and requirements of this project, as they are built into the assembly.</summary>
public static class FeatureSuite
{
    /// <summary>On scenarios that use the environment in which provisioning is deferred.</summary>
    public const string DeferringTag = "@deferring";

    private const string CatalogueName = "features/requirements.yaml";
    private const string FigureName = "features/efficacy.json";
    private const string LabFolder = "features/lab/";
    private const string DataPlane = "data";

    /// <summary>Decided on the lab too, whose topology has what it is about.</summary>
    private const string Groupings = "MNT-07";

    /// <summary>Tags that say what a scenario needs, beside the requirements that it decides.</summary>
    private static readonly IReadOnlyList<string> Tags =
        ["@clock", DeferringTag, "@logs", "@macsec", "@race", "@stranger"];

    /// <summary>Likewise of lab scenarios: a routing table for each customer.</summary>
    private static readonly IReadOnlyList<string> LabTags = ["@vrf"];

    /// <summary>Reads the requirements.</summary>
    public static Loaded<RequirementCatalogue> LoadCatalogue() =>
        RequirementCatalogue.Load(CatalogueName, ReadCatalogue());

    /// <summary>Reads the whole suite; refused with file and line where anything could hide a missing check.</summary>
    public static Loaded<Suite> Load() => Load(file => file);

    /// <summary>Reads the suite with feature files that a self-test has changed.</summary>
    /// <param name="change">Gets each file, and answers what is read in its place.</param>
    public static Loaded<Suite> Load(Func<FeatureFile, FeatureFile> change) => LoadCatalogue() switch
    {
        Loaded<RequirementCatalogue>.Ready ready => Suite.Load(new SuiteSource(
            ready.Value,
            [.. Files(lab: false).Select(change)],
            Bindings(lab: false),
            Tags)),
        Loaded<RequirementCatalogue>.Refused refused => new Loaded<Suite>.Refused(refused.Errors),
        _ => throw new InvalidOperationException("no such outcome of loading a catalogue"),
    };

    /// <summary>Reads the suite that is run on a lab of real routers, with the requirements that packets decide.
    /// </summary>
    public static Loaded<Suite> LoadLab() => LoadCatalogue() switch
    {
        Loaded<RequirementCatalogue>.Ready ready => Suite.Load(new SuiteSource(
            ready.Value.Decidable(requirement => requirement.Plane == DataPlane || requirement.Id == Groupings),
            Files(lab: true),
            Bindings(lab: true),
            LabTags)),
        Loaded<RequirementCatalogue>.Refused refused => new Loaded<Suite>.Refused(refused.Errors),
        _ => throw new InvalidOperationException("no such outcome of loading a catalogue"),
    };

    /// <summary>How many broken implementations these scenarios have noticed, as measured last.</summary>
    public static EfficacyFigure Efficacy() => EfficacyFigure.Parse(Read(FigureName));

    private static IReadOnlyList<FeatureFile> Files(bool lab) =>
    [
        .. FeatureFile.FromResources(typeof(FeatureSuite).Assembly)
            .Where(file => file.Uri.StartsWith(LabFolder, StringComparison.Ordinal) == lab),
    ];

    private static IReadOnlyList<Type> Bindings(bool lab) =>
    [
        .. SuiteSource.BindingsOf(typeof(FeatureSuite).Assembly)
            .Where(type => type.Namespace == typeof(LabSteps).Namespace == lab),
    ];

    private static string ReadCatalogue() => Read(CatalogueName);

    private static string Read(string name)
    {
        using var stream = typeof(FeatureSuite).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the assembly does not hold {name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
