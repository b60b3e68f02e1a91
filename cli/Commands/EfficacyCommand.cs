using System.CommandLine;
using Harness.Cli.Efficacy.Running;

namespace Harness.Cli.Commands;

/// <summary><c>harness efficacy</c>: which broken implementations the scenarios notice.</summary>
internal static class EfficacyCommand
{
    private const int DefaultParallel = 4;
    private const int MostParallel = 32;
    private const int DefaultSeed = 1;

    public static Command Create(Surroundings surroundings)
    {
        var only = new Option<string[]>("--only")
        {
            HelpName = "ID",
            Description = "Only mutants of that name, or that break that requirement, such as MAC-04",
            AllowMultipleArgumentsPerToken = true,
        };
        var parallel = CommandOptions.Number(
            "--parallel", 1, MostParallel, $"Most mutants at a time, {DefaultParallel} by default");
        var seed = CommandOptions.Number(
            "--seed", 0, int.MaxValue, $"Seed of all test data, {DefaultSeed} by default");
        var quick = new Option<bool>("--quick")
        {
            Description = "Run only the scenarios of the requirement that a mutant breaks",
        };
        var variants = new Option<bool>("--variants")
        {
            Description = "Certify correct implementations that differ instead: none may be found fault with",
        };
        var output = CommandOptions.Text("--output", "DIR", "Directory for efficacy.md, efficacy.json and figure.json");
        var command = new Command("efficacy", "Breaks the reference in many ways, and says which of them are noticed.")
        {
            only, parallel, seed, quick, variants, output,
        };
        command.SetAction((parsed, stop) => parsed.GetValue(variants)
            ? VariantRun.RunAsync(parsed.GetValue(only) ?? [], parsed.GetValue(seed) ?? DefaultSeed, surroundings, stop)
            : EfficacyRun.RunAsync(
                new EfficacyRequest(
                    parsed.GetValue(only) ?? [],
                    parsed.GetValue(parallel) ?? DefaultParallel,
                    parsed.GetValue(seed) ?? DefaultSeed,
                    parsed.GetValue(quick),
                    parsed.GetValue(output)),
                surroundings,
                stop));
        return command;
    }
}
