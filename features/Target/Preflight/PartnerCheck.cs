using Harness.Protocol.Client;

namespace Harness.Features.Target.Preflight;

/// <summary>Whether the partner's own server is reached at its public URL, as far as that shows from here.</summary>
internal sealed class PartnerCheck : IPreflightCheck
{
    public string Name => "partner's server";

    public string Path => "partner.publicUrl";

    public bool IsGround => false;

    public async Task RunAsync(PreflightContext context, CancellationToken cancellation)
    {
        if (context.Partner is not { } partner)
            return;
        var url = context.File.Partner.PublicUrl ?? partner.BaseUrl;
        var trust = new ServerTrust.Pinned(ServerTrust.Fingerprint(partner.Options.Certificate));
        IRequestAuthentication identity = partner.Options.InboundToken is { } token
            ? new BearerAuthentication(token)
            : NoAuthentication.Instance;
        using var handler = ClientHandlers.Create(trust, identity, context.File.Timeouts.Request);
        using var http = new HttpMessageInvoker(handler, disposeHandler: false);
        var client = new CoordinatorClient(
            http, new ClientOptions(url, identity, context.Time) { Deadline = context.File.Timeouts.Request });
        try
        {
            var result = await client.GetProviderAsync(partner.Options.Provider, cancellation);
            if (result.Status == 200)
                context.Ok(Path, $"the partner is reached at {url}");
            else
                context.Warn(
                    Path, $"the partner itself at {url}", PreflightContext.Describe(result),
                    "whatever stands between has to pass requests on as they are");
        }
        catch (TransportException fault)
        {
            // A URL that is the target's only, behind a NAT, need not be reached from here.
            context.Warn(
                Path, $"the partner to be reached at {url}", fault.Message,
                "make sure that the target reaches it, and trusts its certificate");
        }
    }
}
