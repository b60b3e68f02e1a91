using System.Globalization;
using Harness.Certification.Runs;
using Harness.Features.Hosting;
using Harness.Features.Target;

namespace Harness.Cli.Running;

/// <summary>What a report says of the implementation that was certified.</summary>
internal static class TargetFacts
{
    public static TargetDescription Of(TargetFile target) =>
        new(target.Name, target.BaseUrl.AbsoluteUri, [.. Facts(target)], []);

    private static IEnumerable<Fact> Facts(TargetFile target)
    {
        if (target.Version is { } version)
            yield return new Fact("version", version);
        yield return new Fact("target provider", target.Providers.Target.Id);
        yield return new Fact("partner provider", target.Providers.Partner.Provider.Id);
        yield return new Fact("authentication", target.Providers.Partner.Scheme);
        yield return new Fact("trusts", target.Trust.Describe());
        yield return new Fact("time mode", target.Clock.Mode.ToString().ToLowerInvariant());
        yield return new Fact(
            "environments",
            string.Create(CultureInfo.InvariantCulture, $"{target.Testbed.All.Count()}"));
        yield return new Fact("target file", target.Lines.Source);
        yield return new Fact("efficacy of the suite", $"{FeatureSuite.Efficacy()}");
    }
}
