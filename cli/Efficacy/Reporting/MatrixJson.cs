using System.Text.Json;
using Harness.Cli.Efficacy.Running;
using Harness.Cli.Showing;

namespace Harness.Cli.Efficacy.Reporting;

/// <summary>The kill matrix as JSON.</summary>
internal static class MatrixJson
{
    /// <summary>All of it.</summary>
    public static string Whole(KillMatrix matrix) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        WriteFigure(writer, matrix);
        writer.WriteNumber("seed", matrix.Seed);
        writer.WriteNumber("seconds", Math.Round(matrix.Duration.TotalSeconds, 1));
        writer.WriteStartArray("results");
        foreach (var result in matrix.Results)
            WriteResult(writer, result);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }) + "\n";

    /// <summary>How many of how many, when, and with which version.</summary>
    public static string Figure(KillMatrix matrix) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        WriteFigure(writer, matrix);
        writer.WriteEndObject();
    }) + "\n";

    private static void WriteFigure(Utf8JsonWriter writer, KillMatrix matrix)
    {
        writer.WriteNumber("killed", matrix.Killed);
        writer.WriteNumber("mutants", matrix.Mutants);
        writer.WriteString("date", $"{DateOnly.FromDateTime(matrix.StartedAt.UtcDateTime):yyyy-MM-dd}");
        writer.WriteString("version", matrix.Version);
    }

    private static void WriteResult(Utf8JsonWriter writer, TrialResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("mutant", result.Mutant.Name);
        writer.WriteString("requirement", result.Mutant.Requirement);
        writer.WriteString("defect", result.Mutant.Defect);
        writer.WriteString("outcome", MatrixText.Word(result.Outcome));
        writer.WriteString("equivalent", result.Mutant.Equivalent);
        writer.WriteString("scenario", result.Killer?.Id);
        writer.WriteString("title", result.Killer?.Name);
        writer.WriteString("verdict", result.Killer?.Verdict.ToString().ToLowerInvariant());
        writer.WriteString("message", result.Killer?.Message);
        writer.WriteNumber("scenarios", result.Scenarios);
        writer.WriteNumber("seconds", Math.Round(result.Duration.TotalSeconds, 2));
        writer.WriteEndObject();
    }
}
