using System.Text;
using Harness.Certification.Reports;
using Harness.Certification.Reports.Text;
using Harness.Certification.Runs;
using Harness.Cli.Showing;

namespace Harness.Cli.Running;

/// <summary>Shows what a run came to.</summary>
internal static class Outcome
{
    /// <summary>Shows the summary and where the reports are.</summary>
    /// <param name="run">The run.</param>
    /// <param name="reports">Paths of the reports, in the order of <see cref="ReportFormat.All"/>.</param>
    /// <param name="bundles">Paths of the failure bundles.</param>
    /// <param name="display">In which form.</param>
    /// <param name="surroundings">Where.</param>
    public static async Task ShowAsync(
        Run run,
        IReadOnlyList<string> reports,
        IReadOnlyList<string> bundles,
        Display display,
        Surroundings surroundings)
    {
        var byForm = ReportFormat.All
            .Zip(reports, (form, path) => (form.Name, Path: Paths.Shown(path)))
            .ToDictionary(pair => pair.Name, pair => pair.Path);
        if (display == Display.Json)
        {
            using var json = new MemoryStream();
            JsonSummary.Write(run, byForm, json);
            await surroundings.Output.WriteLineAsync(Encoding.UTF8.GetString(json.ToArray()));
            return;
        }

        foreach (var line in TextSummary.Of(run, byForm[ReportFormat.Html.Name]))
            await surroundings.Output.WriteLineAsync(line);
        foreach (var (form, path) in byForm)
            await surroundings.Output.WriteLineAsync($"  {form,-12}  {path}");
        if (bundles is [var first, ..])
            await surroundings.Output.WriteLineAsync($"  failures      {bundles.Count} in "
                + $"{Paths.Shown(Path.GetDirectoryName(first)!)}; read one with: harness replay {Paths.Shown(first)}");
        await surroundings.Output.WriteLineAsync($"  repeat with   {run.Options.Command}");
    }
}
