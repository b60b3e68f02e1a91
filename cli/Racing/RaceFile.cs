using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Cli.Running;
using Harness.Features.Races.Exploring;
using Harness.Features.Races.Rig;
using Harness.Features.Races.Workloads;

namespace Harness.Cli.Racing;

/// <summary>A round in a file, so that it can be run again, here or against another target.</summary>
internal static class RaceFile
{
    /// <summary>What the file says of its layout.</summary>
    public const string Format = "harness-race/1";

    private const int MostCharacters = 1_000_000;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    /// <summary>The file's text.</summary>
    /// <param name="round">What is run again.</param>
    /// <param name="target">Against whom it was run, in words.</param>
    /// <param name="plan">What is planned, in words, for people.</param>
    /// <param name="found">What was found, in words, for people.</param>
    public static string Write(RaceRound round, string target, IEnumerable<string> plan, string found) => new JsonObject
    {
        ["format"] = Format,
        ["course"] = round.Course,
        ["seed"] = round.Seed,
        ["bursts"] = round.Size.Bursts,
        ["requests"] = round.Size.Requests,
        ["release"] = $"{round.Release}",
        ["target"] = target,
        ["plan"] = new JsonArray([.. plan.Select(line => JsonValue.Create(line))]),
        ["found"] = new JsonArray([.. found.Split('\n').Select(line => JsonValue.Create(line))]),
    }.ToJsonString(Readable) + "\n";

    /// <summary>Reads a round.</summary>
    /// <exception cref="CannotRunException">The file is not one of a race; says what was expected.</exception>
    public static RaceRound Read(string path)
    {
        var text = TextFiles.Read(path, "a file of a race");
        if (text.Length > MostCharacters)
            throw Wrong(path, $"at most {MostCharacters} characters", $"{text.Length}");
        var json = Parse(path, text);
        if (Text(json, "format") is not Format)
            throw Wrong(path, $"format to be {Format}", Text(json, "format") ?? "none");
        var course = Text(json, "course") ?? "none";
        if (RaceCourses.Find(course) is null)
            throw Wrong(path, "course to be one that this version has", course);
        if (!Enum.TryParse<Release>(Text(json, "release"), out var release) || !Enum.IsDefined(release))
            throw Wrong(path, $"release to be one of {string.Join(", ", Enum.GetNames<Release>())}", "another");
        return new RaceRound(
            course,
            Number(path, json, "seed", 0, int.MaxValue),
            new RaceSize(
                Number(path, json, "bursts", 1, RaceSize.MostBursts),
                Number(path, json, "requests", 1, RaceSize.MostRequests)),
            release);
    }

    private static JsonObject Parse(string path, string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? throw Wrong(path, "a JSON object", "something else");
        }
        catch (JsonException wrong)
        {
            throw Wrong(path, "a JSON object", wrong.Message.ReplaceLineEndings(" "));
        }
    }

    private static int Number(string path, JsonObject json, string field, int least, int most) =>
        json[field] is JsonValue value && value.TryGetValue(out int number) && number >= least && number <= most
            ? number
            : throw Wrong(path, $"{field} to be a whole number from {least} to {most}", "another");

    private static string? Text(JsonObject json, string field) =>
        json[field] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static CannotRunException Wrong(string path, string expected, string found) =>
        new($"{path}: expected {expected}, found {found}");
}
