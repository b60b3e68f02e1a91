using System.CommandLine;
using Harness.Certification.Selecting;
using Harness.Cli.Running;

namespace Harness.Cli.Commands;

/// <summary><c>harness certify</c>: runs the scenarios against a target and says whether it is conformant.</summary>
internal static class CertifyCommand
{
    private const int DefaultParallel = 4;
    private const int MostParallel = 64;
    private const int MostRepeat = 1000;

    public static Command Create(Surroundings surroundings)
    {
        var target = CommandOptions.Text(
            "--target", "FILE", "Target file of the implementation; without one the reference is certified");
        var tags = CommandOptions.Text(
            "--tags", "EXPR", "Only scenarios with these tags, such as \"@macsec and not @clock\"");
        var only = new Option<string[]>("--only")
        {
            HelpName = "ID",
            Description = "Only scenarios that decide one of these requirements, such as MAC-04",
            AllowMultipleArgumentsPerToken = true,
        };
        var parallel = CommandOptions.Number(
            "--parallel", 1, MostParallel, $"Most scenarios at a time, {DefaultParallel} by default");
        var seed = CommandOptions.Number(
            "--seed", 0, int.MaxValue, "Seed of all test data; the same one makes the same data again");
        var repeat = CommandOptions.Number(
            "--repeat", 1, MostRepeat, "Run so often, each time with the next seed, and report verdicts that change");
        var shuffle = new Option<bool>("--shuffle")
        {
            Description = "Begin scenarios in an order that the seed decides, not that of their files",
        };
        var output = CommandOptions.Text("--output", "DIR", "Directory for the reports, out/certification by default");
        var waivers = CommandOptions.Text("--waivers", "FILE", "File with failures that are accepted for a while");
        var quiet = new Option<bool>("--quiet") { Description = "Show the summary only" };
        var json = new Option<bool>("--json")
        {
            Description = "Write the summary as one JSON object, and nothing else, to standard output",
        };
        var command = new Command("certify", "Certifies a target, requirement by requirement.")
        {
            target, tags, only, parallel, seed, repeat, shuffle, output, waivers, quiet, json,
        };
        command.SetAction((parsed, stop) => CertificationRun.RunAsync(
            new CertifyRequest(
                parsed.GetValue(target),
                new Selection(parsed.GetValue(tags), parsed.GetValue(only) ?? [], []),
                parsed.GetValue(parallel) ?? DefaultParallel,
                parsed.GetValue(seed) ?? surroundings.NewSeed(),
                parsed.GetValue(output) ?? Path.Combine("out", "certification"),
                parsed.GetValue(waivers),
                parsed.GetValue(json) ? Display.Json : parsed.GetValue(quiet) ? Display.Quiet : Display.Progress)
            {
                Repeat = parsed.GetValue(repeat) ?? 1,
                Shuffle = parsed.GetValue(shuffle),
            },
            surroundings,
            stop));
        return command;
    }
}
