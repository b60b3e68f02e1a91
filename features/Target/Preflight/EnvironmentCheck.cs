using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Environment = Harness.Protocol.Resources.Environment;

namespace Harness.Features.Target.Preflight;

/// <summary>Whether the environments of the file are served (ENV-01).</summary>
internal sealed class EnvironmentCheck : IPreflightCheck
{
    public string Name => "environments";

    public string Path => "testbed";

    public bool IsGround => true;

    public async Task RunAsync(PreflightContext context, CancellationToken cancellation)
    {
        var partner = context.File.Providers.Partner.Provider;
        foreach (var environment in context.File.Testbed.All)
            await CheckAsync(
                context, environment.Path, partner.Environment(environment.Id), context.Session.Partner, cancellation);
        if (context.File.Providers is { Stranger: { } stranger, StrangerEnvironment: { } id })
            await CheckAsync(
                context, "providers.stranger.environment", stranger.Provider.Environment(id),
                context.Session.Stranger!, cancellation);
    }

    private static async Task CheckAsync(
        PreflightContext context,
        string path,
        EnvironmentName name,
        CoordinatorClient client,
        CancellationToken cancellation)
    {
        var result = await client.GetEnvironmentAsync(name, cancellation);
        if (result is ApiResult<Environment>.Success { Value.Name: var served } && served == name.ToString())
        {
            context.Ok(path, $"{name.Id} is served");
            return;
        }

        var all = await context.ListAsync(
            path,
            "environments",
            token => client.ListEnvironmentsAsync(name.Provider, 1000, token, cancellation),
            (ListEnvironmentsResponse page) => (page.Environments, page.NextPageToken));
        var ids = all?.Select(known => known.Name?.Split('/')[^1] ?? "").ToList() ?? [];
        context.Fail(
            path, $"{name} to be served", PreflightContext.Describe(result), PreflightContext.Choice(name.Id, ids));
    }
}
