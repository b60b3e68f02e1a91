using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Features.Target.Preflight;

/// <summary>Whether the API is at the base URL and knows the providers by their ids (PRV-02).</summary>
internal sealed class ProviderCheck : IPreflightCheck
{
    public string Name => "providers";

    public string Path => "providers";

    public bool IsGround => true;

    public async Task RunAsync(PreflightContext context, CancellationToken cancellation)
    {
        var providers = context.File.Providers;
        var partner = context.Session.Partner;
        await CheckAsync(context, "providers.partner", providers.Partner.Provider, partner, cancellation);
        await CheckAsync(context, "providers.target", providers.Target, partner, cancellation);
        if (providers.Stranger is { } stranger)
            await CheckAsync(
                context, "providers.stranger.id", stranger.Provider, context.Session.Stranger!, cancellation);
    }

    private static async Task CheckAsync(
        PreflightContext context,
        string path,
        ProviderName provider,
        CoordinatorClient client,
        CancellationToken cancellation)
    {
        var result = await client.GetProviderAsync(provider, cancellation);
        switch (result)
        {
            case ApiResult<Provider>.Success { Value.Name: var name } when name == provider.ToString():
                context.Ok(path, $"{name} is served");
                break;
            case ApiResult<Provider>.Success success:
                context.Fail(path, $"{provider}", $"a provider named {success.Value.Name ?? "nothing"}");
                break;
            default:
                await ExplainAsync(context, path, provider, result, client, cancellation);
                break;
        }
    }

    private static async Task ExplainAsync(
        PreflightContext context,
        string path,
        ProviderName provider,
        ApiResult<Provider> result,
        CoordinatorClient client,
        CancellationToken cancellation)
    {
        var list = await client.ListProvidersAsync(cancellation);
        if (list is ApiResult<ListProvidersResponse>.Success { Value: var served } && served.Either().Count > 0)
        {
            var ids = served.Either().Select(known => known.Name?.Split('/')[^1] ?? "").ToList();
            context.Fail(
                path, $"{provider} to be served", PreflightContext.Describe(result),
                PreflightContext.Choice(provider.Id, ids));
        }
        else
        {
            context.Fail(
                "baseUrl", $"the API's root, with {provider} below it", PreflightContext.Describe(result),
                "mend baseUrl, of which /providers is to be a part, or the provider ids");
        }
    }
}
