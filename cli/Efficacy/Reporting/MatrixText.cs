using System.Globalization;
using Harness.Cli.Efficacy.Running;
using Harness.Cli.Showing;

namespace Harness.Cli.Efficacy.Reporting;

/// <summary>The kill matrix as plain text.</summary>
internal static class MatrixText
{
    /// <summary>One trial while others still run.</summary>
    public static string Line(TrialResult result, int done, int of) => string.Create(
        CultureInfo.InvariantCulture,
        $"{done,4} of {of}  {Word(result.Outcome),-16}  {result.Mutant.Requirement,-6}  {result.Mutant.Name}  "
        + $"{result.Duration.TotalSeconds:0.0} s");

    /// <summary>The whole matrix, the findings in full, and the figure.</summary>
    public static void Write(KillMatrix matrix, TextWriter output)
    {
        output.WriteLine();
        Columns.Write(
            output,
            ["mutant", "breaks", "outcome", "time", "noticed by"],
            matrix.Results.Select(result => (IReadOnlyList<string>)
            [
                result.Mutant.Name,
                result.Mutant.Requirement,
                Word(result.Outcome),
                Seconds(result.Duration),
                NoticedBy(result),
            ]));
        output.WriteLine();
        foreach (var finding in matrix.Findings)
        {
            output.WriteLine($"{Word(finding.Outcome)}: {finding.Mutant.Name} ({finding.Mutant.Defect})");
            if (finding.Killer is { } killer)
                output.WriteLine($"  {killer.Id}: {killer.Message}");
        }

        output.WriteLine(matrix.Summary);
    }

    /// <summary>What became of a mutant, in a word.</summary>
    public static string Word(TrialOutcome outcome) => outcome switch
    {
        TrialOutcome.Killed => "killed",
        TrialOutcome.Equivalent => "equivalent",
        TrialOutcome.KilledElsewhere => "killed elsewhere",
        TrialOutcome.Survived => "survived",
        _ => "not equivalent",
    };

    /// <summary>The scenario that noticed, or why none can.</summary>
    public static string NoticedBy(TrialResult result) =>
        result.Killer is { } killer ? $"{killer.Name} ({killer.Id})" : result.Mutant.Equivalent ?? "nobody";

    /// <summary>A time for a column.</summary>
    public static string Seconds(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
}
