using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using Harness.Reference.Common;
using Harness.Reference.Errors;
using Harness.Reference.Hosting;
using Harness.Reference.Testbed;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Harness.Reference.Interconnects;

/// <summary>The interconnects of an environment. Their state is the operator's to change (IXC-01).</summary>
internal static class InterconnectsApi
{
    public static void MapInterconnects(this IEndpointRouteBuilder routes, Coordinator coordinator)
    {
        routes.Map(
            PublishedOperations.ListInterconnects,
            (string provider, string environment, int? pageSize, string? pageToken, CancellationToken cancellation) =>
                ListAsync(
                    coordinator, new ProviderName(provider).Environment(environment), pageSize, pageToken,
                    cancellation));
        routes.Map(
            PublishedOperations.GetInterconnect,
            (string provider, string environment, string interconnect, CancellationToken cancellation) =>
                GetAsync(
                    coordinator, new ProviderName(provider).Environment(environment).Interconnect(interconnect),
                    cancellation));
    }

    private static async Task<Results<Ok<ListInterconnectsResponse>, ProblemHttpResult>> ListAsync(
        Coordinator coordinator,
        EnvironmentName environment,
        int? pageSize,
        string? pageToken,
        CancellationToken cancellation)
    {
        var parent = coordinator.Testbed.Find(environment);
        if (coordinator.Rules.Decide(CommonRules.ResourceExists, (environment, parent is not null)) is { } refusal)
            return refusal.ToProblem();
        var rows = await coordinator.Store.ReadAsync(
            transaction => InterconnectStore.ListAsync(transaction, environment), cancellation);
        var states = rows.ToDictionary(row => row.Name, row => row.State);
        return coordinator.Pager
            .Read($"{environment}/interconnects", pageSize, pageToken)
            .Then(request => coordinator.Pager.CutAll(request, parent?.Interconnects ?? [], one => one.Id))
            .Then(page => page.Select(one => (Name: environment.Interconnect(one.Id), Interconnect: one)))
            .Then(page => new ListInterconnectsResponse(
                [.. page.Items.Select(one => Answer(one.Name, one.Interconnect, states[$"{one.Name}"]))],
                page.NextPageToken))
            .ToAnswer();
    }

    private static async Task<Results<Ok<Interconnect>, ProblemHttpResult>> GetAsync(
        Coordinator coordinator, InterconnectName name, CancellationToken cancellation)
    {
        var interconnect = coordinator.Testbed.Find(name);
        if (coordinator.Rules.Decide(CommonRules.ResourceExists, (name, interconnect is not null)) is { } refusal)
            return refusal.ToProblem();
        var row = await coordinator.Store.ReadAsync(
            transaction => InterconnectStore.FindAsync(transaction, name), cancellation);
        return TypedResults.Ok(
            interconnect is null ? null : Answer(name, interconnect, row?.State ?? interconnect.State));
    }

    private static Interconnect Answer(
        InterconnectName name, TestbedInterconnect interconnect, InterconnectState state) => new(
        name.ToString(), interconnect.SizesMbps, interconnect.Features, state, interconnect.MaxBandwidthMbps);
}
