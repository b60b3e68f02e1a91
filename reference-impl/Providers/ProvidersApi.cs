using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using Harness.Reference.Common;
using Harness.Reference.Errors;
using Harness.Reference.Hosting;
using Harness.Reference.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Harness.Reference.Providers;

/// <summary>The provider resources: the caller's own and the server's (PRV-01, PRV-02).</summary>
internal static class ProvidersApi
{
    public static void MapProviders(this IEndpointRouteBuilder routes, Coordinator coordinator)
    {
        routes.Map(PublishedOperations.ListProviders, (HttpContext context) => List(coordinator, context));
        routes.Map(PublishedOperations.GetProvider, (string provider) => Get(coordinator, provider));
    }

    private static Ok<ListProvidersResponse> List(Coordinator coordinator, HttpContext context)
    {
        var callers = Caller.Of(context).ProviderIds;
        var readable = All(coordinator).Where(provider =>
            provider.Id == coordinator.Testbed.Provider.Id || callers.Contains(provider.Id));
        return TypedResults.Ok(new ListProvidersResponse(Providers: [.. readable.Select(Answer)]));
    }

    private static Results<Ok<Provider>, ProblemHttpResult> Get(Coordinator coordinator, string provider)
    {
        var found = All(coordinator).Where(one => one.Id == provider).ToArray();
        return coordinator.Rules.Decide(
            CommonRules.ResourceExists, (new ProviderName(provider), found is not [])) is { } refusal
            ? refusal.ToProblem()
            : TypedResults.Ok(found.Select(Answer).FirstOrDefault());
    }

    private static IEnumerable<(string Id, string DisplayName)> All(Coordinator coordinator) =>
    [
        (coordinator.Testbed.Provider.Id, coordinator.Testbed.Provider.DisplayName),
        .. coordinator.Testbed.Peers.Select(peer => (peer.Id, peer.DisplayName)),
    ];

    private static Provider Answer((string Id, string DisplayName) provider) =>
        new($"{new ProviderName(provider.Id)}", provider.DisplayName);
}
