using System.Reflection;
using Harness.Certification.Bindings;
using Harness.Certification.Catalogue;

namespace Harness.Certification.Loading;

/// <summary>What a suite is made of.</summary>
/// <param name="Catalogue">The requirements that its scenarios decide.</param>
/// <param name="Features">The feature files.</param>
/// <param name="Bindings">Classes with steps, hooks and transformations.</param>
/// <param name="Tags">
/// The ordinary tags that features may use, with their @; <c>@serial</c> always belongs to them.
/// </param>
public sealed record SuiteSource(
    RequirementCatalogue Catalogue,
    IReadOnlyList<FeatureFile> Features,
    IReadOnlyList<Type> Bindings,
    IReadOnlyList<string> Tags)
{
    /// <summary>The classes of an assembly that carry <see cref="BindingAttribute"/>.</summary>
    public static IReadOnlyList<Type> BindingsOf(Assembly assembly) =>
        [.. assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<BindingAttribute>() is not null)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)];
}
