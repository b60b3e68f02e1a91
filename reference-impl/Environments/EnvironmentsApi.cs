using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using Harness.Reference.Common;
using Harness.Reference.Errors;
using Harness.Reference.Hosting;
using Harness.Reference.Testbed;
using Microsoft.AspNetCore.Http.HttpResults;
using Environment = Harness.Protocol.Resources.Environment;

namespace Harness.Reference.Environments;

/// <summary>The environments that the server shares with the caller (ENV-01 to ENV-04).</summary>
internal static class EnvironmentsApi
{
    public static void MapEnvironments(this IEndpointRouteBuilder routes, Coordinator coordinator)
    {
        routes.Map(
            PublishedOperations.ListEnvironments,
            (string provider, int? pageSize, string? pageToken) =>
                List(coordinator, new ProviderName(provider), pageSize, pageToken));
        routes.Map(
            PublishedOperations.GetEnvironment,
            (string provider, string environment) =>
                Get(coordinator, new ProviderName(provider).Environment(environment)));
    }

    private static Results<Ok<ListEnvironmentsResponse>, ProblemHttpResult> List(
        Coordinator coordinator, ProviderName provider, int? pageSize, string? pageToken)
    {
        var exists = coordinator.Testbed.FindPeer(provider.Provider) is not null;
        if (coordinator.Rules.Decide(CommonRules.ResourceExists, (provider, exists)) is { } refusal)
            return refusal.ToProblem();
        return coordinator.Pager
            .Read($"{provider}/environments", pageSize, pageToken)
            .Then(request => coordinator.Pager.CutAll(
                request,
                coordinator.Testbed.Environments.Where(environment => environment.Peer == provider.Provider),
                environment => environment.Id))
            .Then(page => new ListEnvironmentsResponse(
                [.. page.Items.Select(environment => Answer(coordinator, environment))], page.NextPageToken))
            .ToAnswer();
    }

    private static Results<Ok<Environment>, ProblemHttpResult> Get(Coordinator coordinator, EnvironmentName name)
    {
        var environment = coordinator.Testbed.Find(name);
        if (coordinator.Rules.Decide(CommonRules.ResourceExists, (name, environment is not null)) is { } refusal)
            return refusal.ToProblem();
        return TypedResults.Ok(environment is null ? null : Answer(coordinator, environment));
    }

    private static Environment Answer(Coordinator coordinator, TestbedEnvironment environment) => new(
        environment.Name.ToString(),
        [.. environment.Sites.Select(site => new ProviderSite($"{site.Provider}", site.Site, site.DisplayName))],
        coordinator.Testbed.FindPeer(environment.Peer)?.ApiUri?.AbsoluteUri,
        environment.SizesMbps,
        environment.Features,
        environment.Visibility,
        environment.DeferralTimeoutHours,
        environment.DeferConnectionProvisioning);
}
