using Harness.Certification.Reports;
using Harness.Certification.Runs;

namespace Harness.Certification.Bundles;

/// <summary>Writes the bundles of a run into a directory of their own.</summary>
public static class BundleFiles
{
    /// <summary>The directory, below that of the reports.</summary>
    public const string DirectoryName = "failures";

    /// <summary>How the names of the files end.</summary>
    public const string Ending = ".bundle.json";

    /// <summary>Most bundles of one run: a target that is down fails everything, and the first say why.</summary>
    public const int Most = 100;

    /// <summary>Writes a bundle for every scenario that has one, the gravest first where they are too many.</summary>
    /// <param name="run">The run.</param>
    /// <param name="output">Directory of its reports.</param>
    /// <returns>Their paths, in the order of the run.</returns>
    /// <exception cref="ReportException">A file could not be written; says which and why.</exception>
    public static IReadOnlyList<string> WriteAll(Run run, string output)
    {
        var due = run.Scenarios.Where(FailureBundle.IsDue)
            .OrderByDescending(scenario => scenario.Verdict)
            .Take(Most)
            .ToHashSet();
        var paths = new List<string>();
        foreach (var scenario in run.Scenarios.Where(due.Contains))
        {
            var directory = Path.Combine(output, DirectoryName);
            ReportWriter.MakeDirectory(directory);
            var path = Path.Combine(directory, NameOf(scenario.Id));
            AtomicFile.Write(path, stream => BundleJson.Write(FailureBundle.Of(run, scenario), stream));
            paths.Add(path);
        }

        return paths;
    }

    /// <summary>
    /// The name of a scenario's file: <c>features/connections/create.feature:12</c> has
    /// <c>connections-create-12.bundle.json</c>.
    /// </summary>
    public static string NameOf(string scenarioId) => PlainName.Of(scenarioId) + Ending;
}
