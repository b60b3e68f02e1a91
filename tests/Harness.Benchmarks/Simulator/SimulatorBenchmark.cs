using System.Globalization;
using Harness.Protocol.Names;
using Harness.Protocol.Security;
using Harness.Simulator;
using Harness.Simulator.Behaviours;

namespace Harness.Benchmarks.Simulator;

/// <summary>
/// Scripted replies of the simulated partner a second, against a bare server on the same web server; and whether a
/// rule for some occasions took exactly those under the load.
/// </summary>
internal static class SimulatorBenchmark
{
    private const int Rounds = 5;
    private const int Requests = 100_000;
    private const int FirstOccasion = 10_001;
    private const int LastOccasion = 60_000;

    // The load counts replies by the mark in their bodies.
    private const string Body = "{\"mark\":\"\x03\"}";

    private static readonly ProviderName _target = new("aurora");
    private static readonly ConnectionName _connection = _target.Environment("env-1").Interconnect("ix1")
        .Connection("11111111-2222-3333-4444-555555555555");

    private static string Path => $"/{_connection}/NotifyConnectionStatus";

    public static async Task RunAsync(TimeProvider time, TextWriter output)
    {
        using var certificates = LocalCertificates.Create("Harness benchmarks", time, "127.0.0.1");
        var floors = new List<double>();
        var scripted = new List<double>();
        await output.WriteLineAsync("simulator  round  floor/s  scripted/s  ratio  occasions");
        for (var round = 0; round <= Rounds; round++)
        {
            var floor = await FloorAsync(certificates, time);
            var (rate, acted) = await ScriptedAsync(certificates, time);
            if (round == 0)
                continue;
            floors.Add(floor);
            scripted.Add(rate);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{"",-9}  {round,5}  {floor,7:0}  {rate,10:0}  {floor / rate,5:0.00}  "
                + $"{acted} of {LastOccasion - FirstOccasion + 1}"));
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"median {Figures.Median(scripted):0} scripted replies a second, "
            + $"floor {Figures.Median(floors):0}"));
    }

    private static async Task<double> FloorAsync(LocalCertificates certificates, TimeProvider time)
    {
        var (server, url) = await BareServer.StartAsync(certificates, Body);
        await using (server)
            return (await PipelinedLoad.RunAsync(url, Path, Requests, certificates, time)).PerSecond;
    }

    private static async Task<(double PerSecond, int Acted)> ScriptedAsync(
        LocalCertificates certificates, TimeProvider time)
    {
        await using var partner = await Partner.StartAsync(
            new PartnerOptions(new ProviderName("borealis"), _target, certificates.Server, time));
        partner.Behaviours.On(null, null, new Answer.Scripted(200, Body, "application/json"));
        partner.Behaviours.On(
            null,
            _connection,
            new Answer.Scripted(202, Body, "application/json"),
            new Occasions(FirstOccasion, LastOccasion));
        var (_, rate) = await PipelinedLoad.RunAsync(partner.BaseUrl, Path, Requests, certificates, time);
        return (rate, partner.Journal.Query.Where(entry => entry.Status == 202).Count());
    }
}
