using System.Globalization;
using System.Text;
using Harness.Cli.Efficacy.Running;

namespace Harness.Cli.Efficacy.Reporting;

/// <summary>The kill matrix as Markdown, below what people have written.</summary>
internal static class MatrixMarkdown
{
    private const string Marker = "<!-- What follows is written by `harness efficacy --output docs`. -->";
    private const string Heading = "# Efficacy\n\n";

    /// <summary>The document.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="before">The document as it was; what stands above the marker is kept. Null for none.</param>
    public static string Of(KillMatrix matrix, string? before)
    {
        var kept = before?.Split(Marker)[0] ?? Heading;
        var text = new StringBuilder(kept).Append(Marker).Append("\n\n## Kill matrix\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{matrix.Summary}. ");
        text.Append(CultureInfo.InvariantCulture, $"{matrix.StartedAt.UtcDateTime:yyyy-MM-dd}, ");
        text.Append(CultureInfo.InvariantCulture, $"version {matrix.Version}, seed {matrix.Seed}.\n\n");
        text.Append("| mutant | breaks | defect | outcome | noticed by | time |\n|---|---|---|---|---|---|\n");
        foreach (var result in matrix.Results)
            text.Append('|').AppendJoin('|', Cells(result).Select(cell => $" {Escaped(cell)} ")).Append("|\n");
        return text.ToString();
    }

    private static string[] Cells(TrialResult result) =>
    [
        result.Mutant.Name,
        result.Mutant.Requirement,
        result.Mutant.Defect,
        MatrixText.Word(result.Outcome),
        result.Killer?.Name ?? result.Mutant.Equivalent ?? "nobody",
        MatrixText.Seconds(result.Duration),
    ];

    private static string Escaped(string cell) => cell.Replace("|", "\\|", StringComparison.Ordinal);
}
