using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using Harness.Reference.Common;
using Harness.Reference.Errors;
using Harness.Reference.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Harness.Reference.Maintenance;

/// <summary>Maintenance of channels as the peer sees it (MNT-01, MNT-03).</summary>
internal static class MaintenanceApi
{
    public static void MapMaintenance(this IEndpointRouteBuilder routes, Coordinator coordinator)
    {
        var operations = new MaintenanceOperations(coordinator);
        routes.Map(
            PublishedOperations.GetMaintenanceEvents,
            (string provider, string environment, string interconnect, string channel, CancellationToken cancellation)
                => GetAsync(coordinator, operations, Name(provider, environment, interconnect, channel), cancellation));
        routes.Map(
            PublishedOperations.NotifyMaintenance,
            (string provider, string environment, string interconnect, string channel, NotifyMaintenanceRequest? body,
                CancellationToken cancellation)
                => NotifyAsync(
                    coordinator, operations, Name(provider, environment, interconnect, channel), cancellation));
    }

    private static async Task<Results<Ok<GetMaintenanceEventsResponse>, ProblemHttpResult>> GetAsync(
        Coordinator coordinator,
        MaintenanceOperations operations,
        ChannelName channel,
        CancellationToken cancellation)
    {
        var exists = coordinator.Testbed.Find(channel) is not null;
        if (coordinator.Rules.Decide(CommonRules.ResourceExists, (channel, exists)) is { } refusal)
            return refusal.ToProblem();
        return TypedResults.Ok(new GetMaintenanceEventsResponse(await operations.ListAsync(channel, cancellation)));
    }

    private static async Task<Results<Ok<Empty>, ProblemHttpResult>> NotifyAsync(
        Coordinator coordinator,
        MaintenanceOperations operations,
        ChannelName channel,
        CancellationToken cancellation)
    {
        if (coordinator.Testbed.Find(channel) is null)
            return CommonRules.NotFound(channel).ToProblem();
        await operations.NotifiedAsync(channel, cancellation);
        return TypedResults.Ok(new Empty());
    }

    private static ChannelName Name(string provider, string environment, string interconnect, string channel) =>
        new ProviderName(provider).Environment(environment).Interconnect(interconnect).Channel(channel);
}
