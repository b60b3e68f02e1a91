using System.Globalization;
using Harness.Lab.Measuring.Meter;
using Harness.Lab.Routers;
using Harness.Lab.Running;
using Harness.Lab.Runtimes;
using Harness.Lab.Runtimes.Uml;
using Harness.Lab.Topology;
using Harness.Lab.Wiring;

namespace Harness.Benchmarks.Lab;

/// <summary>
/// How long a lab takes until every session is established, against a plain script that issues the same commands, and
/// how many packets a second the loss meter sends without losing any.
/// </summary>
internal static class LabBenchmark
{
    private const int Rounds = 3;
    private const int Seed = 4711;
    private const int FloorMegabytes = 2048;
    private const int PayloadOctets = 200;
    private const int Flows = 64;
    private const int SecondsEach = 5;
    private const int FirstPort = 20_000;
    private const int PortsEach = 200;

    private static readonly string[] _topologies = ["ten", "twenty"];
    private static readonly int[] _rates = [1_000, 2_000, 4_000, 6_000, 8_000, 12_000];

    public static async Task RunAsync(ScratchDirectory directory, TimeProvider time, TextWriter output)
    {
        await output.WriteLineAsync("lab  routers  runtime  round  lab up    floor  ratio");
        foreach (var topology in _topologies)
            await BringUpAsync(LabWiring.Of(BuiltInLabs.Load(topology)), directory, time, output);
        await MeterAsync(directory, time, output);
    }

    private static async Task BringUpAsync(
        LabWiring wiring, ScratchDirectory directory, TimeProvider time, TextWriter output)
    {
        foreach (var runtime in LabRuntimes.All(time))
        {
            if (!(await runtime.ProbeAsync(CancellationToken.None)).Usable)
            {
                await output.WriteLineAsync($"{wiring.Topology.Name}: {runtime.Name} cannot be had here");
                continue;
            }

            for (var round = 1; round <= Rounds; round++)
            {
                var up = await UpAsync(runtime, wiring, directory, time);
                TimeSpan? floor = runtime is UmlRuntime
                    ? await FloorAsync(runtime, wiring, directory, time)
                    : null;
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"     {wiring.Routers.Count(),7}  {runtime.Name,-7}  {round,5}  {up.TotalSeconds,4:0.0} s  "
                    + $"{floor?.TotalSeconds,5:0.0} s  {up / floor,5:0.00}"));
            }
        }
    }

    private static async Task<TimeSpan> UpAsync(
        ILabRuntime runtime, LabWiring wiring, ScratchDirectory directory, TimeProvider time)
    {
        var seen = new Moment();
        await using var lab = await new SampleBringUp(runtime, time, directory.PathOf("evidence")).UpAsync(
            Label("up"), wiring, Seed, seen, CancellationToken.None);
        return seen.At ?? throw new InvalidOperationException("the lab did not report its routes");
    }

    private static async Task<TimeSpan> FloorAsync(
        ILabRuntime runtime, LabWiring wiring, ScratchDirectory directory, TimeProvider time)
    {
        var abilities = RouterAbilities.Of(await runtime.ProbeAsync(CancellationToken.None));
        var sample = SamplePlan.Of(Label("floor"), wiring, abilities, Seed);
        var sessions = sample.Sessions.GroupBy(change => change.Node)
            .Select(of => new RouterChange(of.Key, RouterTool.Frr, [.. of.SelectMany(change => change.Lines)]))
            .ToLookup(change => change.Node);
        return await FloorMachine.RunAsync(sample.Plan, sessions, directory.Make("floor"), FloorMegabytes, time);
    }

    private static async Task MeterAsync(ScratchDirectory directory, TimeProvider time, TextWriter output)
    {
        var wiring = LabWiring.Of(BuiltInLabs.Load(_topologies[0]));
        await using var lab = await new SampleBringUp(new UmlRuntime(time), time, directory.PathOf("evidence")).UpAsync(
            Label("meter"), wiring, Seed, new Moment(), CancellationToken.None);
        var ends = wiring.Sites.Where(site => site.Tenant == wiring.Tenants[0])
            .Select(site => new MeterEnd(site.Site.Host, site.HostAddress))
            .ToArray();
        await output.WriteLineAsync("lab  packets/s each way  sent each way  took    lost");
        foreach (var (rate, index) in _rates.Select((rate, index) => (rate, index)))
        {
            var began = time.GetTimestamp();
            await using var measurement = await new LossMeter(lab.Running, time).StartAsync(
                ends[0],
                ends[1],
                new Traffic(rate, PayloadOctets, Flows),
                FirstPort + (PortsEach * index),
                CancellationToken.None);
            await measurement.SentAsync(rate * SecondsEach, TimeSpan.FromMinutes(2), CancellationToken.None);
            var took = time.GetElapsedTime(began);
            var loss = await measurement.StopAsync(CancellationToken.None);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"     {rate,18}  {loss.There.Loss.Sent,13}  {took.TotalSeconds,4:0.0} s  {loss.Lost,6}"));
        }
    }

    private static string Label(string what) => $"benchmark-{what}-{Environment.ProcessId}";

    private sealed class Moment : IProgress<LabProgress>
    {
        public TimeSpan? At { get; private set; }

        public void Report(LabProgress value)
        {
            if (value.Step == SampleBringUp.EveryRoute)
                At = value.Elapsed;
        }
    }
}
