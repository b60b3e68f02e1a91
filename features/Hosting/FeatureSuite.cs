using Harness.Certification.Catalogue;
using Harness.Certification.Loading;

namespace Harness.Features.Hosting;

/// <summary>The scenarios, steps and requirements of this project, as they are built into the assembly.</summary>
public static class FeatureSuite
{
    private const string CatalogueName = "features/requirements.yaml";

    /// <summary>Tags that say what a scenario needs, beside the requirements that it decides.</summary>
    private static readonly IReadOnlyList<string> Tags = ["@clock", "@logs", "@macsec", "@race", "@stranger"];

    /// <summary>Reads the requirements.</summary>
    public static Loaded<RequirementCatalogue> LoadCatalogue() =>
        RequirementCatalogue.Load(CatalogueName, ReadCatalogue());

    /// <summary>Reads the whole suite; refused with file and line where anything could hide a missing check.</summary>
    public static Loaded<Suite> Load() => LoadCatalogue() switch
    {
        Loaded<RequirementCatalogue>.Ready ready => Suite.Load(new SuiteSource(
            ready.Value,
            FeatureFile.FromResources(typeof(FeatureSuite).Assembly),
            SuiteSource.BindingsOf(typeof(FeatureSuite).Assembly),
            Tags)),
        Loaded<RequirementCatalogue>.Refused refused => new Loaded<Suite>.Refused(refused.Errors),
        _ => throw new InvalidOperationException("no such outcome of loading a catalogue"),
    };

    private static string ReadCatalogue()
    {
        using var stream = typeof(FeatureSuite).Assembly.GetManifestResourceStream(CatalogueName)
            ?? throw new InvalidOperationException($"the assembly does not hold {CatalogueName}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
