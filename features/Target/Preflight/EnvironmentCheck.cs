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
                context, environment.Path, partner.Environment(environment.Id), context.Session.Partner, cancellation,
                environment);
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
        CancellationToken cancellation,
        EnvironmentSettings? agreed = null)
    {
        var result = await client.GetEnvironmentAsync(name, cancellation);
        if (result is ApiResult<Environment>.Success { Value: var served } && served.Name == name.ToString())
        {
            context.Ok(path, $"{name.Id} is served");
            CheckDeferral(context, agreed, served);
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

    private static void CheckDeferral(PreflightContext context, EnvironmentSettings? agreed, Environment served)
    {
        if (agreed is null)
            return;
        var defers = served.DeferConnectionProvisioning == true;
        if (defers != (agreed.DeferralTimeout is not null))
            context.Fail(
                agreed.Path,
                $"deferConnectionProvisioning {(defers ? "false" : "true")} in {agreed.Id}",
                defers ? "true" : "not true",
                "mend defer of the testbed, or the target's environment");
        else if (defers && served.DeferralTimeoutHours != (int?)agreed.DeferralTimeout?.TotalHours)
            context.Fail(
                agreed.Path,
                $"deferralTimeoutHours {agreed.DeferralTimeout?.TotalHours} in {agreed.Id}",
                $"{served.DeferralTimeoutHours}",
                "mend deferralTimeoutHours of the testbed");
    }
}
