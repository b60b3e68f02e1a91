using Harness.Certification.Linearizability;
using Harness.Cli.Running;
using Harness.Cli.Showing;
using Harness.Features.Races.Exploring;
using Harness.Features.Races.Recording;

namespace Harness.Cli.Racing;

/// <summary>What a violation leaves: the round to be run again, the history, a picture, and words.</summary>
internal static class RaceReport
{
    private const string RaceName = "race.json";
    private const string HistoryName = "history.jsonl";
    private const string PictureName = "timeline.svg";

    /// <summary>Path of the file by which the round is run again.</summary>
    public static string PathOf(string directory) => Path.Combine(directory, RaceName);

    /// <summary>The command line that runs the round again.</summary>
    public static string Command(RacingChoice target, string path, int times) =>
        string.Join(' ', new[]
        {
            "harness", "race", "--replay", CertifyRequest.Quoted(Paths.Shown(path)), "--times", $"{times}",
        }.Concat(target.Options.Select(CertifyRequest.Quoted)));

    /// <summary>Writes the files; answers the words, and the files' names for people.</summary>
    /// <param name="directory">Where to.</param>
    /// <param name="target">Against whom it was run, in words.</param>
    /// <param name="round">What was run.</param>
    /// <param name="outcome">What it came to.</param>
    /// <param name="context">What to tell besides.</param>
    /// <exception cref="CannotRunException">A file cannot be written.</exception>
    public static (string Words, IReadOnlyList<(string What, string Path)> Files) Write(
        string directory,
        string target,
        RaceRound round,
        RoundOutcome outcome,
        ViolationContext context)
    {
        OutputDirectory.Demand(directory);
        var files = new List<(string What, string Path)> { ("race", PathOf(directory)) };
        if (outcome is not RoundOutcome.Judged { Verdict: RaceVerdict.Violated violated } judged)
        {
            var message = outcome is RoundOutcome.Failed failed ? failed.Message : $"{outcome}";
            File.WriteAllText(files[0].Path, RaceFile.Write(round, target, [], message));
            return (message, files);
        }

        var told = violated.Tell(context);
        File.WriteAllText(files[0].Path, RaceFile.Write(round, target, judged.Plan, told.Words.Text));
        files.Add(("timeline", Path.Combine(directory, PictureName)));
        File.WriteAllText(files[1].Path, told.Picture.Svg);
        files.Add(("history", Path.Combine(directory, HistoryName)));
        using (var history = File.Create(files[2].Path))
            judged.Race.Export(history);
        return (told.Words.Text, files);
    }
}
