using Harness.Protocol.Client;

namespace Harness.Features.Target.Preflight;

/// <summary>Whether the target knows the partner's credentials, and the stranger's.</summary>
internal sealed class AuthenticationCheck : IPreflightCheck
{
    public string Name => "authentication";

    public string Path => "authentication";

    public bool IsGround => true;

    public async Task RunAsync(PreflightContext context, CancellationToken cancellation)
    {
        var providers = context.File.Providers;
        await CheckAsync(context, Path, providers.Partner, context.Session.Partner, cancellation);
        if (providers.Stranger is { } stranger)
            await CheckAsync(
                context, "providers.stranger.authentication", stranger, context.Session.Stranger!, cancellation);
        else
            context.Warn(
                "providers", "a stranger, for the isolation scenarios", "none",
                "name one in providers.stranger, or those scenarios are skipped");
    }

    private static async Task CheckAsync(
        PreflightContext context,
        string path,
        CallerIdentity caller,
        CoordinatorClient client,
        CancellationToken cancellation)
    {
        var result = await client.GetProviderAsync(caller.Provider, cancellation);
        if (result.Status is 401 or 403)
        {
            var proof = caller.Token is null ? caller.Scheme : $"{caller.Scheme} from {caller.Token.Source}";
            context.Fail(
                path,
                $"the target to know {caller.Provider.Id} by its {proof}",
                PreflightContext.Describe(result),
                "mend the credentials, or have the target accept them");
        }
        else if (result.Status >= 500)
        {
            context.Fail("baseUrl", "an answer to GetProvider", PreflightContext.Describe(result));
        }
        else
        {
            context.Ok(path, $"{caller.Provider.Id} is let in by its {caller.Scheme}");
        }
    }
}
