using System.CommandLine;
using Harness.Cli.Labs;
using Harness.Cli.Local;

namespace Harness.Cli.Commands;

/// <summary><c>harness serve</c>: runs the reference coordinator until it is stopped.</summary>
internal static class ServeCommand
{
    private const string Lab = "lab";

    public static Command Create(Surroundings surroundings)
    {
        var network = CommandOptions.Word(
            "--network",
            ["simulated", Lab],
            "What it programs; lab: the routers of a lab, with the simulated partner on the other side");
        var topology = CommandOptions.Text(
            "--topology", "NAME|FILE", $"Of the lab: {LabTopologies.Names}, or a file in YAML; default by default");
        var directory = CommandOptions.Text(
            "--directory", "DIR", "Where its tokens, certificates, log and target.yaml go, out/reference by default");
        var testbed = CommandOptions.Text("--testbed", "FILE", "Testbed in YAML; one made for scenarios by default");
        var environments = CommandOptions.Number(
            "--environments", 2, 65, "Environments of the default testbed, 5 by default; one of them stays a spare");
        var listen = CommandOptions.Text("--listen", "HOST:PORT", "Address to listen on, 127.0.0.1:8443 by default");
        var partner = CommandOptions.Text(
            "--partner", "HOST:PORT", "Address at which the partner is going to listen, 127.0.0.1:8444 by default");
        var certificate = CommandOptions.Text("--certificate", "PEM", "Its certificate; one is made by default");
        var key = CommandOptions.Text("--key", "PEM", "Private key of its certificate");
        var store = CommandOptions.Text(
            "--store", "FILE|memory", "Database file to keep the state in; memory, the default, forgets it at the end");
        var clock = CommandOptions.Word(
            "--clock", ["controlled", "real"], "Whether time stands still until advanced; controlled by default");
        var tokens = new Option<string[]>("--token")
        {
            HelpName = "PROVIDER=SOURCE",
            Description = "Where a provider's token is, as env:NAME or file:PATH; the others are made",
        };
        var portal = CommandOptions.Text("--portal-token", "SOURCE", "Where the portal's token is, likewise");
        var authority = CommandOptions.Text(
            "--peer-ca", "PEM", "Authority that issued the peers' certificates; one made for the partner by default");
        var clockStart = CommandOptions.Text(
            "--clock-start", "TIME", "Where a controlled clock begins, RFC 3339; the present by default");
        var longestRetry = CommandOptions.Seconds(
            "--longest-retry", 1, 60, "Longest wait between two attempts of a call to a peer, 60s by default");
        var crashBook = CommandOptions.Text("--crash-book", "FILE", "Dies once at each step, as the book records");
        crashBook.Hidden = true;
        var untilInputEnds = new Option<bool>("--until-input-ends")
        {
            Hidden = true,
            Description = "Stops when standard input ends",
        };
        var command = new Command("serve", "Runs the reference coordinator, ready to be certified.")
        {
            network, topology, directory, testbed, environments, listen, partner, certificate, key, store, clock,
            tokens, portal, authority, clockStart, longestRetry, crashBook, untilInputEnds,
        };
        command.SetAction((parsed, stop) => RunAsync(
            new ServeRequest(
                parsed.GetValue(directory) ?? Path.Combine("out", "reference"),
                parsed.GetValue(testbed),
                parsed.GetValue(environments),
                parsed.GetValue(listen),
                parsed.GetValue(partner),
                parsed.GetValue(certificate),
                parsed.GetValue(key),
                parsed.GetValue(store),
                parsed.GetValue(clock) is not "real",
                parsed.GetValue(tokens) ?? [],
                parsed.GetValue(portal),
                parsed.GetValue(authority),
                parsed.GetValue(clockStart),
                parsed.GetValue(longestRetry),
                parsed.GetValue(crashBook),
                parsed.GetValue(untilInputEnds)),
            parsed.GetValue(network) == Lab, parsed.GetValue(topology), parsed,
            surroundings,
            stop));
        return command;
    }

    private static Task<int> RunAsync(
        ServeRequest request,
        bool onLab,
        string? topology,
        ParseResult parsed,
        Surroundings surroundings,
        CancellationToken stop)
    {
        if (onLab)
        {
            var given = parsed.CommandResult.Command.Options
                .Where(option => parsed.GetResult(option) is { Implicit: false })
                .Select(option => option.Name);
            var lab = LabServeRequest.Of(request, topology, [.. given], surroundings.NewSeed());
            return LabServing.RunAsync(lab, surroundings, stop);
        }

        return topology is null
            ? Serving.RunAsync(request, surroundings, stop)
            : throw new CannotRunException("--topology: expected --network lab with it, found none; give both");
    }
}
