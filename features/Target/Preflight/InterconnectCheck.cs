using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Features.Target.Preflight;

/// <summary>Whether the interconnects are as the file says: capacity, state, sizes, and room on them.</summary>
internal sealed class InterconnectCheck : IPreflightCheck
{
    public string Name => "interconnects";

    public string Path => "testbed";

    public bool IsGround => true;

    public async Task RunAsync(PreflightContext context, CancellationToken cancellation)
    {
        foreach (var environment in context.File.Testbed.All)
        {
            var name = context.File.Providers.Partner.Provider.Environment(environment.Id);
            var served = await context.ListAsync(
                environment.Path,
                "interconnects",
                token => context.Session.Partner.ListInterconnectsAsync(name, 1000, token, cancellation),
                (ListInterconnectsResponse page) => (page.Interconnects, page.NextPageToken));
            if (served is null)
                continue;
            foreach (var interconnect in environment.Interconnects)
                Compare(context, name.Interconnect(interconnect.Id), interconnect, served);
            Unmentioned(context, environment, served);
            await CheckRoomAsync(context, name, environment, served, cancellation);
        }
    }

    private static void Compare(
        PreflightContext context,
        InterconnectName name,
        InterconnectSettings agreed,
        IReadOnlyList<Interconnect> served)
    {
        if (served.FirstOrDefault(known => known.Name == name.ToString()) is not { } found)
        {
            var ids = served.Select(known => known.Name?.Split('/')[^1] ?? "").ToList();
            context.Fail(
                $"{agreed.Path}.id", $"{name} to be served", "none", PreflightContext.Choice(name.Id, ids));
            return;
        }

        if (found.MaxBandwidthMbps != agreed.MaxBandwidthMbps)
            context.Fail(
                $"{agreed.Path}.maxBandwidthMbps", $"maxBandwidthMbps {agreed.MaxBandwidthMbps} of {name}",
                $"{found.MaxBandwidthMbps?.ToString() ?? "none"}", "mend whichever of the two is wrong");
        if (found.State != agreed.State)
            context.Fail(
                $"{agreed.Path}.state", $"state {Word(agreed.State)} of {name}", Word(found.State),
                "mend the file, or bring the interconnect into that state");
        var lacking = agreed.SizesMbps.Except(found.SupportedConnectionSizeMbps ?? []).ToList();
        if (lacking.Count > 0)
            context.Fail(
                $"{agreed.Path}.sizesMbps", $"{name} to support {string.Join(", ", lacking)} Mbps",
                $"sizes {string.Join(", ", found.SupportedConnectionSizeMbps ?? [])}",
                "leave those sizes out of the file");
    }

    private static string Word(InterconnectState? state) => state?.ToString().ToUpperInvariant() ?? "none";

    private static void Unmentioned(
        PreflightContext context,
        EnvironmentSettings environment,
        IReadOnlyList<Interconnect> served)
    {
        var known = environment.Interconnects.Select(interconnect => interconnect.Id);
        var more = served.Select(interconnect => interconnect.Name?.Split('/')[^1] ?? "").Except(known).ToList();
        if (more.Count > 0)
            context.Warn(
                environment.Path, $"the interconnects of the file only in {environment.Id}",
                $"{string.Join(", ", more)} besides", "they are left alone");
        else
            context.Ok(environment.Path, $"{environment.Id} has {served.Count} interconnects");
    }

    private static async Task CheckRoomAsync(
        PreflightContext context,
        EnvironmentName name,
        EnvironmentSettings environment,
        IReadOnlyList<Interconnect> served,
        CancellationToken cancellation)
    {
        var names = served.Select(interconnect => interconnect.Name).ToHashSet();
        foreach (var interconnect in environment.Interconnects)
        {
            if (!names.Contains($"{name.Interconnect(interconnect.Id)}"))
                continue;
            var connections = await context.ListAsync(
                interconnect.Path,
                "connections",
                token => context.Session.Partner.ListConnectionsAsync(
                    name.Interconnect(interconnect.Id), 1000, token, cancellation),
                (ListConnectionsResponse page) => (page.Connections, page.NextPageToken));
            if (connections is { Count: > 0 })
                context.Warn(
                    interconnect.Path, $"no connections on {interconnect.Id} of {environment.Id}",
                    $"{connections.Count}, of {connections.Sum(connection => (long)(connection.BandwidthMbps ?? 0))}"
                    + $" Mbps of {interconnect.MaxBandwidthMbps}",
                    "scenarios that need the whole room may be skipped or fail");
        }
    }
}
