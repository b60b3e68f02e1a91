using Harness.Benchmarks;
using Harness.Benchmarks.Certification;
using Harness.Benchmarks.Checker;
using Harness.Benchmarks.Lab;
using Harness.Benchmarks.Pairs;
using Harness.Benchmarks.Races;
using Harness.Benchmarks.Reference;
using Harness.Benchmarks.Simulator;

var part = args is [] ? "all" : args[0];
string[] parts = ["certification", "reference", "simulator", "checker", "races", "pairs", "lab", "all"];
if (args.Length > 1 || !parts.Contains(part))
{
    await Console.Error.WriteLineAsync(
        $"expected one of {string.Join(", ", parts)}; found {string.Join(' ', args)}");
    return 2;
}

using var directory = new ScratchDirectory();
// The certification comes first, because the peak of its memory is that of the process.
if (part is "certification" or "all")
    await CertificationBenchmark.RunAsync(directory, TimeProvider.System, Console.Out);
if (part is "reference" or "all")
    await ReferenceBenchmark.RunAsync(directory, TimeProvider.System, Console.Out);
if (part is "simulator" or "all")
    await SimulatorBenchmark.RunAsync(TimeProvider.System, Console.Out);
if (part is "checker" or "all")
    await CheckerBenchmark.RunAsync(TimeProvider.System, Console.Out);
if (part is "races" or "all")
    await RaceBenchmark.RunAsync(TimeProvider.System, Console.Out);
if (part is "pairs" or "all")
    await PairBenchmark.RunAsync(directory, TimeProvider.System, Console.Out);
if (part is "lab" or "all")
    await LabBenchmark.RunAsync(directory, TimeProvider.System, Console.Out);
return 0;
