using Harness.Certification.Linearizability;
using Harness.Features.Races.Models;

namespace Harness.Benchmarks.Checker;

/// <summary>
/// How long the checker takes by the size of a burst, on histories that an order explains and on planted violations,
/// and how long it takes to make a violation small.
/// </summary>
internal static class CheckerBenchmark
{
    private const int Histories = 200;
    private const int Seed = 4711;

    private static readonly int[] Bursts = [4, 8, 12, 16, 20];
    private static readonly CheckBudget Budget = new(long.MaxValue, TimeSpan.FromSeconds(5));

    public static async Task RunAsync(TimeProvider time, TextWriter output)
    {
        // The first round compiles.
        _ = Measure(8, time);
        await output.WriteLineAsync(
            "burst  legal: median  worst      floor  ratio   violation: median  worst   minimise: median  worst"
            + "   undecided");
        foreach (var burst in Bursts)
            await output.WriteLineAsync(Measure(burst, time));
    }

    private static string Measure(int burst, TimeProvider time)
    {
        var random = new Random(Seed);
        var legal = Enumerable.Range(0, Histories).Select(_ => MadeHistory.Legal(random, burst)).ToList();
        var violated = legal.Select(made => made.Violated(random)).OfType<History<ConnectionInput, ConnectionAnswer>>()
            .ToList();
        var undecided = 0;
        var checks = legal.ConvertAll(made => Time(time, () => undecided += IsUnknown(made.History, time)));
        var floors = legal.ConvertAll(made => Time(time, () => Follow(made)));
        var found = violated.ConvertAll(history => Time(time, () => undecided += IsUnknown(history, time)));
        var minimised = violated.ConvertAll(history => Time(time, () => Minimise(history, time)));
        return $"{burst,5}  {Figures.Median(checks),13:F3}  {checks.Max(),8:F3}  {Figures.Median(floors),6:F4}  "
            + $"{Figures.Median(checks.Zip(floors, (check, floor) => check / floor)),5:F1}   "
            + $"{Figures.Median(found),17:F3}  {found.Max(),8:F3}   {Figures.Median(minimised),16:F3}  "
            + $"{minimised.Max(),8:F3}   {undecided}";
    }

    // In milliseconds.
    private static double Time(TimeProvider time, Action action)
    {
        var begun = time.GetTimestamp();
        action();
        return time.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static int IsUnknown(History<ConnectionInput, ConnectionAnswer> history, TimeProvider time) =>
        LinearizabilityChecker.Check(MadeHistory.Model, history, Budget, time)[0] is CheckResult.Unknown ? 1 : 0;

    private static void Minimise(History<ConnectionInput, ConnectionAnswer> history, TimeProvider time) =>
        _ = Minimiser.Minimise(MadeHistory.Model, history, history.Partitions[0], Budget, time)
            ?? throw new InvalidOperationException("expected a violation to stay one");

    // The floor: the model follows an order that is known already, and looks for nothing.
    private static void Follow(MadeHistory made)
    {
        var state = MadeHistory.Model.Start(made.History.Partitions[0]);
        foreach (var operation in made.Order)
        {
            // A refusal whose answer was lost leaves no other state behind.
            var after = MadeHistory.Model.Apply(state, operation.Input, operation.Answer, contended: true);
            state = after.FirstOrDefault(state);
        }
    }
}
