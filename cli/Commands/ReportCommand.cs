using System.CommandLine;
using Harness.Certification.Reports;
using Harness.Certification.Reports.Json;
using Harness.Cli.Showing;

namespace Harness.Cli.Commands;

/// <summary><c>harness report</c>: rebuilds reports from a recorded run.</summary>
internal static class ReportCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var run = new Argument<string>("RUN.json") { Description = "The run.json that a certification wrote" };
        var formats = CommandOptions.Text(
            "--format",
            "LIST",
            $"Forms to write, separated by commas; all where not given. {Describe()}");
        var output = CommandOptions.Text("--output", "DIR", "Directory for the reports; that of the run by default");
        var command = new Command("report", "Rebuilds any report from a recorded run.") { run, formats, output };
        command.SetAction(parsed => Write(
            surroundings,
            parsed.GetRequiredValue(run),
            Chosen(parsed.GetValue(formats)),
            parsed.GetValue(output)));
        return command;
    }

    private static int Write(
        Surroundings surroundings,
        string path,
        IReadOnlyList<ReportFormat> formats,
        string? output)
    {
        var run = RunJson.ReadFile(path);
        var directory = output ?? Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";
        // The run is not rewritten over itself: it is the source, which only its certification writes.
        var isSource = Path.GetFullPath(path) == Path.GetFullPath(Path.Combine(directory, ReportFormat.Json.FileName));
        var wanted = formats.Where(format => !isSource || format != ReportFormat.Json).ToList();
        AttachmentFiles.CopyAll(run, Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".", directory);
        var written = ReportWriter.WriteAll(run, directory, wanted);
        foreach (var file in written)
            surroundings.Output.WriteLine(Paths.Shown(file));
        return ExitCode.Certified;
    }

    private static IReadOnlyList<ReportFormat> Chosen(string? list)
    {
        if (list is null)
            return ReportFormat.All;
        var names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0)
            throw new CannotRunException($"--format: expected one of {string.Join(", ", Names)}, found nothing");
        var wrong = names.Where(name => ReportFormat.Find(name) is null).ToList();
        return wrong.Count == 0
            ? [.. names.Select(name => ReportFormat.Find(name)!).Distinct()]
            : throw new CannotRunException([.. wrong.Select(name => CommandOptions.Unknown("--format", name, Names))]);
    }

    private static List<string> Names => [.. ReportFormat.All.Select(format => format.Name)];

    private static string Describe() =>
        string.Join("; ", ReportFormat.All.Select(format => $"{format.Name}: {format.Description}"));
}
