using System.Net;
using System.Text.Json.Nodes;
using Harness.Cli.Local;
using Harness.Cli.Showing;
using Harness.Lab.Runtimes;
using Harness.Lab.Topology;
using Harness.Protocol.Security;

namespace Harness.Cli.Labs;

/// <summary>
/// Runs the reference as the first provider of a lab until it is stopped, and the simulated partner as the second: each
/// programs the routers of its own side.
/// </summary>
internal static class LabServing
{
    private const int Mbps = 100;
    private const string CurlFile = "portal.curl";
    private const string AuthoritiesFile = "portals.pem";
    private const string AnswerFile = "connection.json";
    private const string Connections = "portal/v1/connections";

    /// <summary>Brings the lab up, says how customers act, and takes it down when asked to.</summary>
    /// <exception cref="CannotRunException">The lab or a coordinator cannot be started; says why.</exception>
    public static async Task<int> RunAsync(
        LabServeRequest request, Surroundings surroundings, CancellationToken stop)
    {
        try
        {
            return await ServeAsync(request, surroundings, stop);
        }
        catch (LabException cause)
        {
            throw new CannotRunException([.. cause.Message.Split('\n')]);
        }
    }

    private static async Task<int> ServeAsync(
        LabServeRequest request, Surroundings surroundings, CancellationToken stop)
    {
        var topology = request.Topology;
        if (request.Listen.Port == 0)
            request.Listen.Port = FreePort.Find(request.Listen.Address);
        var files = new PrivateFiles(request.Directory);
        var setup = new LabPairSetup
        {
            Simulated = true,
            Seed = request.Seed,
            Directory = files.Directory,
            Listen = request.Listen,
            ControlledClock = false,
        };
        await using var bench = await LabBringUp.UpAsync(
            topology, runtime: null, setup, surroundings.Error, surroundings, stop);
        using var certificates = LocalCertificates.Create("Harness portal", surroundings.Time);
        var place = new IPEndPoint(IPAddress.Loopback, FreePort.Find(IPAddress.Loopback));
        var token = (await File.ReadAllTextAsync(files.PathOf(LabPair.PortalTokenFile), stop)).Trim();
        var customers = topology.Customers.Select(customer => customer.Id).ToList();
        await using var portal = await PartnerPortal.StartAsync(
            bench.Partner, customers, place, certificates.Server, token, stop);
        await WriteAsync(files, certificates, token, stop);
        await TellAsync(surroundings.Output, topology, files, request.Listen, place);
        await StopSignals.AskedAsync(surroundings, request.UntilInputEnds, stop);
        await surroundings.Output.WriteLineAsync("Stopping");
        return ExitCode.Certified;
    }

    // What every call at the portals needs, for curl to read: it holds the token, which no command line should.
    private static async Task WriteAsync(
        PrivateFiles files, LocalCertificates partner, string token, CancellationToken stop)
    {
        var reference = await File.ReadAllTextAsync(files.PathOf(LocalReference.AuthorityFile), stop);
        files.Write(AuthoritiesFile, $"{reference.TrimEnd()}\n{partner.AuthorityPem.TrimEnd()}\n");
        files.Write(
            CurlFile,
            $"""
            silent
            show-error
            cacert = "{files.PathOf(AuthoritiesFile)}"
            header = "Authorization: Bearer {token}"
            header = "Content-Type: application/json"

            """);
    }

    private static async Task TellAsync(
        TextWriter output, LabTopology topology, PrivateFiles files, IPEndPoint listen, IPEndPoint partner)
    {
        var (first, second) = (topology.Providers[0].Id, topology.Providers[1].Id);
        var (here, there) = ($"https://{listen}/{Connections}", $"https://{partner}/{Connections}");
        var curl = $"curl -K {Paths.Shown(files.PathOf(CurlFile))}";
        var answer = Paths.Shown(files.PathOf(AnswerFile));
        var customer = topology.Customers[0].Id;
        var wish = new JsonObject
        {
            ["environment"] = LabTestbed.EnvironmentId,
            ["bandwidthMbps"] = Mbps,
            ["accountId"] = customer,
            ["remoteAccountId"] = customer,
        };
        string[] lines =
        [
            $"{Serving.ReadyLine} https://{listen}/ as {first}, and programs its routers of the lab {topology.Name}",
            $"The simulated partner is {second}, and programs the others",
            $"Portals: {here} of {first}, {there} of {second}",
            $"Token of both: {Paths.Shown(files.PathOf(LabPair.PortalTokenFile))}",
            $"A customer asks {first} for a connection:",
            $"  {curl} {here} -d '{wish.ToJsonString()}' | tee {answer}",
            $"brings the activation key to {second}:",
            $"  {curl} {there}/accept -d @{answer}",
            "and looks, until it is VERIFIED:",
            $"  {curl} {here}",
            "Stop both with Ctrl-C, and the lab with them",
        ];
        foreach (var line in lines)
            await output.WriteLineAsync(line);
    }
}
