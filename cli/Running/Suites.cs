using Harness.Certification.Catalogue;
using Harness.Certification.Loading;
using Harness.Features.Hosting;

namespace Harness.Cli.Running;

/// <summary>The project's own scenarios and requirements, or what is wrong with what was asked of them.</summary>
internal static class Suites
{
    public static RequirementCatalogue LoadCatalogue() => Ready(FeatureSuite.LoadCatalogue());

    public static Suite Load() => Ready(FeatureSuite.Load());

    /// <summary>The thing itself.</summary>
    /// <exception cref="CannotRunException">It cannot be used; one line for each reason.</exception>
    public static T Ready<T>(Loaded<T> loaded) => loaded switch
    {
        Loaded<T>.Ready ready => ready.Value,
        Loaded<T>.Refused refused => throw new CannotRunException([.. refused.Errors.Select(error => $"{error}")]),
        _ => throw new InvalidOperationException("no such outcome of loading"),
    };
}
